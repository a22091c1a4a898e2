-- Zones as they are announced, the bodies of relics, what somebody has certified as complete, and checks.
--
-- A zone has a class, an instrument with its date, and an end where another took its place; several may be
-- announced for one relic, and some areas belong to none (articles 40 and 43 of the law).

-- The zones of before, whole: what exact_zone withholds put back for as long as the tables are rebuilt.
CREATE TABLE IF NOT EXISTS exact_zone (
  zone_id INTEGER PRIMARY KEY, status TEXT, rule TEXT, geom BLOB);
CREATE TABLE zone_before AS
SELECT z.id, z.site_id, z.kind, coalesce(e.status, z.status) AS status, coalesce(e.rule, z.rule) AS rule,
  z.instrument, z.source, CASE WHEN e.zone_id IS NULL THEN z.withheld END AS withheld,
  coalesce(e.geom, z.geom) AS geom
FROM zone z LEFT JOIN exact_zone e ON e.zone_id = z.id;

DROP TRIGGER IF EXISTS site_zone_shape;
DROP TRIGGER IF EXISTS site_zone_withhold;
DROP TRIGGER IF EXISTS site_zone_open;
SELECT DisableSpatialIndex('exact_zone', 'geom');
SELECT DiscardGeometryColumn('exact_zone', 'geom');
DROP TABLE IF EXISTS idx_exact_zone_geom;
DROP TABLE exact_zone;
SELECT DisableSpatialIndex('zone', 'geom');
SELECT DiscardGeometryColumn('zone', 'geom');
DROP TABLE idx_zone_geom;
DROP TABLE zone;

-- Protection zones and construction-control zones (Law on the Protection of Cultural Relics, articles 28
-- and 29), areas where relics are buried (article 40) or may be (article 43), and others of plans. A zone
-- that is published in words has no shape: none is drawn for it, and what its words say is worked out when
-- it is asked for.
CREATE TABLE zone (
  id INTEGER PRIMARY KEY,
  site_id INTEGER REFERENCES site(id) ON DELETE CASCADE, -- NULL: an area that belongs to no one relic
  kind TEXT NOT NULL CHECK (kind IN (
    'protection', 'control', 'burial_area', 'possible_underground', 'world_heritage_buffer',
    'historic_area')),
  class TEXT CHECK (class <> ''),                        -- as announced: 一类
  name_zh TEXT CHECK (name_zh <> ''),                    -- of an area that belongs to no one relic
  status TEXT NOT NULL CHECK (status IN ('surveyed', 'digitised', 'described')),
  rule TEXT NOT NULL CHECK (rule <> ''),                 -- in words
  instrument TEXT CHECK (instrument <> ''),              -- the document that announces it
  announced_on TEXT CHECK (announced_on GLOB '[12][0-9][0-9][0-9]'
    OR announced_on = date(announced_on, '+0 days')),
  announced_by TEXT CHECK (announced_by <> ''),
  superseded_on TEXT CHECK (superseded_on GLOB '[12][0-9][0-9][0-9]'
    OR superseded_on = date(superseded_on, '+0 days')),
  accuracy_m REAL CHECK (typeof(accuracy_m) <> 'text' AND accuracy_m > 0),   -- NULL: not known
  source TEXT CHECK (source <> ''),
  -- The status of the zone as staff know it, where the public sees less; NULL where it sees everything.
  withheld TEXT CHECK (withheld IN ('surveyed', 'digitised', 'described')),
  geom MULTIPOLYGON,
  CHECK ((geom IS NULL) = (status = 'described')),
  CHECK (site_id IS NOT NULL OR kind NOT IN ('protection', 'control')),
  CHECK (site_id IS NOT NULL OR name_zh IS NOT NULL),
  CHECK (superseded_on IS NULL OR announced_on IS NULL
    OR substr(superseded_on, 1, 4) >= substr(announced_on, 1, 4))
);
-- One announcement says a thing of a relic once.
CREATE UNIQUE INDEX zone_once ON zone(
  site_id, kind, coalesce(class, ''), coalesce(announced_on, '')) WHERE site_id IS NOT NULL;
CREATE INDEX zone_described ON zone(site_id) WHERE geom IS NULL;

-- Zones of relics that are not open, whole: the shape, and the words that zone replaces by 不公开.
CREATE TABLE exact_zone (
  zone_id INTEGER PRIMARY KEY REFERENCES zone(id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('surveyed', 'digitised', 'described')),
  rule TEXT NOT NULL CHECK (rule <> ''),
  geom MULTIPOLYGON,
  CHECK ((geom IS NULL) = (status = 'described'))
);

-- The outline of a relic itself (本体). Staff alone have it: a public copy is without this table.
CREATE TABLE body (
  id INTEGER PRIMARY KEY,
  site_id INTEGER NOT NULL UNIQUE REFERENCES site(id) ON DELETE CASCADE,
  accuracy_m REAL CHECK (typeof(accuracy_m) <> 'text' AND accuracy_m > 0),   -- NULL: not known
  method TEXT CHECK (method <> ''),
  source TEXT CHECK (source <> ''),
  geom MULTIPOLYGON NOT NULL
);

-- What somebody certifies as complete: that where nothing is drawn, there is nothing.
CREATE TABLE coverage (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL CHECK (what IN (
    'relics', 'protection', 'control', 'burial_area', 'possible_underground',
    'world_heritage_buffer', 'historic_area')),
  level TEXT CHECK (level IN ('national', 'provincial', 'municipal', 'county', 'registered')),
                                                         -- NULL: of every level
  complete_as_of TEXT NOT NULL CHECK (complete_as_of = date(complete_as_of, '+0 days')),
  certified_by TEXT NOT NULL CHECK (certified_by <> ''),
  document TEXT NOT NULL CHECK (document <> '')
);

-- Checks that were saved: the question and the answer, so that both can be gone over again. Staff alone
-- have them.
CREATE TABLE check_record (
  id INTEGER PRIMARY KEY,
  made_at TEXT NOT NULL CHECK (made_at IS strftime('%Y-%m-%dT%H:%M:%SZ', made_at, '+0 days')),
  made_by TEXT CHECK (made_by <> ''),
  project TEXT CHECK (project <> ''),
  file TEXT NOT NULL CHECK (file <> ''),                 -- its name, without the folder
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  request TEXT NOT NULL CHECK (json_valid(request)),     -- the outline as it was read, and the options
  program TEXT NOT NULL CHECK (program <> ''),
  schema_version INTEGER NOT NULL,
  data_digest TEXT NOT NULL CHECK (length(data_digest) = 64),
  answer TEXT NOT NULL CHECK (answer IN ('touches', 'clear', 'cannot_say')),
  answer_json TEXT NOT NULL CHECK (json_valid(answer_json)),
  digest TEXT NOT NULL CHECK (length(digest) = 64)       -- of answer_json
);

SELECT RecoverGeometryColumn('body', 'geom', 4326, 'MULTIPOLYGON', 'XY');
SELECT CreateSpatialIndex('body', 'geom');

-- What is refused in any file, whichever triggers it still has.
--
-- SQLite runs the triggers of one event beginning with the newest: these look at what those below have
-- left, and SpatiaLite's, made anew at the end, see every row before anything is moved.
CREATE TRIGGER zone_shape_insert AFTER INSERT ON zone
WHEN EXISTS (
  SELECT 1 FROM zone z JOIN site s ON s.id = z.site_id
  WHERE z.id = NEW.id AND z.geom IS NOT NULL AND s.disclosure <> 'open')
BEGIN
  SELECT RAISE(ABORT, 'the relic is not open: the shape of its zone would show where it is');
END;
CREATE TRIGGER zone_shape_update AFTER UPDATE OF site_id, geom ON zone
WHEN EXISTS (
  SELECT 1 FROM zone z JOIN site s ON s.id = z.site_id
  WHERE z.id = NEW.id AND z.geom IS NOT NULL AND s.disclosure <> 'open')
BEGIN
  SELECT RAISE(ABORT, 'the relic is not open: the shape of its zone would show where it is');
END;
CREATE TRIGGER site_zone_shape AFTER UPDATE OF disclosure ON site
WHEN EXISTS (
  SELECT 1 FROM zone z JOIN site s ON s.id = z.site_id
  WHERE z.site_id = NEW.id AND z.geom IS NOT NULL AND s.disclosure <> 'open')
BEGIN
  SELECT RAISE(ABORT, 'the relic has a zone with a shape, which would show where it is');
END;
CREATE TRIGGER exact_zone_sensitive BEFORE INSERT ON exact_zone
WHEN (SELECT s.disclosure FROM zone z JOIN site s ON s.id = z.site_id WHERE z.id = NEW.zone_id)
  = 'open'
BEGIN
  SELECT RAISE(ABORT, 'the relic is open: its zone belongs in the table zone');
END;
CREATE TRIGGER exact_zone_same BEFORE UPDATE OF zone_id ON exact_zone
WHEN NEW.zone_id <> OLD.zone_id
BEGIN
  SELECT RAISE(ABORT, 'what is withheld of a zone cannot become that of another');
END;
CREATE TRIGGER exact_zone_delete BEFORE DELETE ON exact_zone
WHEN (SELECT s.disclosure FROM zone z JOIN site s ON s.id = z.site_id WHERE z.id = OLD.zone_id)
  <> 'open'
BEGIN
  SELECT RAISE(ABORT, 'the relic is not open: delete its zone from the table zone');
END;

-- A row of exact_zone cuts the one of zone.
CREATE TRIGGER exact_zone_insert AFTER INSERT ON exact_zone
BEGIN
  UPDATE zone SET geom = NULL, status = 'described', withheld = NEW.status,
    rule = CASE WHEN EXISTS (SELECT 1 FROM telling_words WHERE NEW.rule GLOB pattern)
      THEN '不公开' ELSE NEW.rule END
  WHERE id = NEW.zone_id;
END;
CREATE TRIGGER exact_zone_update AFTER UPDATE ON exact_zone
BEGIN
  UPDATE zone SET geom = NULL, status = 'described', withheld = NEW.status,
    rule = CASE WHEN EXISTS (SELECT 1 FROM telling_words WHERE NEW.rule GLOB pattern)
      THEN '不公开' ELSE NEW.rule END
  WHERE id = NEW.zone_id;
END;

-- A zone that is written for a relic that is not open.
CREATE TRIGGER zone_withhold_insert AFTER INSERT ON zone
WHEN (SELECT disclosure FROM site WHERE id = NEW.site_id) <> 'open'
  AND (NEW.geom IS NOT NULL OR NEW.rule <> '不公开' AND EXISTS (
    SELECT 1 FROM telling_words WHERE NEW.rule GLOB pattern))
BEGIN
  INSERT INTO exact_zone (zone_id, status, rule, geom)
  VALUES (NEW.id, NEW.status, NEW.rule, NEW.geom);
END;
CREATE TRIGGER zone_withhold_update AFTER UPDATE OF site_id, rule, geom ON zone
WHEN (SELECT disclosure FROM site WHERE id = NEW.site_id) <> 'open'
  AND (NEW.geom IS NOT NULL OR NEW.rule <> '不公开' AND (
    EXISTS (SELECT 1 FROM exact_zone e WHERE e.zone_id = NEW.id AND e.rule <> NEW.rule)
    OR EXISTS (SELECT 1 FROM telling_words WHERE NEW.rule GLOB pattern)))
BEGIN
  INSERT OR IGNORE INTO exact_zone (zone_id, status, rule, geom)
  VALUES (NEW.id, NEW.status, NEW.rule, NEW.geom);
  UPDATE exact_zone SET
    status = CASE WHEN NEW.geom IS NULL THEN status ELSE NEW.status END,
    geom = coalesce(NEW.geom, geom),
    rule = CASE WHEN NEW.rule = '不公开' THEN rule ELSE NEW.rule END
  WHERE zone_id = NEW.id;
END;
CREATE TRIGGER zone_withhold_delete AFTER DELETE ON zone
BEGIN
  DELETE FROM exact_zone WHERE zone_id = OLD.id;
END;

-- A relic that is opened or closed to the public.
CREATE TRIGGER site_zone_withhold AFTER UPDATE OF disclosure ON site
WHEN NEW.disclosure <> 'open'
BEGIN
  INSERT OR IGNORE INTO exact_zone (zone_id, status, rule, geom)
  SELECT id, status, rule, geom FROM zone
  WHERE site_id = NEW.id AND (geom IS NOT NULL OR withheld IS NULL AND EXISTS (
    SELECT 1 FROM telling_words WHERE zone.rule GLOB pattern));
END;
CREATE TRIGGER site_zone_open AFTER UPDATE OF disclosure ON site
WHEN NEW.disclosure = 'open'
BEGIN
  UPDATE zone SET (withheld, geom, status, rule) = (
    SELECT NULL, e.geom, e.status, e.rule FROM exact_zone e WHERE e.zone_id = zone.id)
  WHERE id IN (SELECT zone_id FROM exact_zone) AND site_id = NEW.id;
  DELETE FROM exact_zone WHERE zone_id IN (SELECT id FROM zone WHERE site_id = NEW.id);
END;

SELECT RecoverGeometryColumn('zone', 'geom', 4326, 'MULTIPOLYGON', 'XY');
SELECT RecoverGeometryColumn('exact_zone', 'geom', 4326, 'MULTIPOLYGON', 'XY');

-- The triggers move what is not public; the indexes come after, so that no box of it is ever kept.
INSERT INTO zone (id, site_id, kind, status, rule, instrument, source, withheld, geom)
SELECT id, site_id, kind, status, rule, instrument, source, withheld, geom FROM zone_before;
DROP TABLE zone_before;
SELECT CreateSpatialIndex('zone', 'geom');
SELECT CreateSpatialIndex('exact_zone', 'geom');

-- The largest area says how far around a project relics may be that reach into it.
CREATE INDEX site_area ON site(area_m2) WHERE area_m2 IS NOT NULL;
