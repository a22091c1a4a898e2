-- Zones obey disclosure: the table zone is what the public may see, as the table site is for positions.
--
-- Of a relic that is not open, zone says that there is a zone, of which kind and by which instrument. Its
-- shape stands in exact_zone alone, and so do words that tell where it lies. What is moved there comes
-- back when the relic is opened. Triggers do it, so that every program that writes the file does.
--
-- A public copy is this file without exact_zone and without the triggers that name it; those that
-- refuse a shape stay.

-- The status of the zone as staff know it, where the public sees less; NULL where it sees everything.
ALTER TABLE zone ADD COLUMN withheld TEXT CHECK (
  withheld IN ('surveyed', 'digitised', 'described'));

-- Zones of relics that are not open, whole: the shape, and the words that zone replaces by 不公开.
CREATE TABLE exact_zone (
  zone_id INTEGER PRIMARY KEY REFERENCES zone(id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('surveyed', 'digitised', 'described')),
  rule TEXT NOT NULL CHECK (rule <> ''),
  geom MULTIPOLYGON,
  CHECK ((geom IS NULL) = (status = 'described'))
);

-- Words that match one of these patterns (GLOB) may tell where a zone lies. Words that say how far it
-- reaches from the relic itself, 自墓冢边缘向外延伸30米, match none.
CREATE TABLE telling_words (
  pattern TEXT PRIMARY KEY CHECK (pattern <> ''),
  reason TEXT NOT NULL CHECK (reason <> '')
) WITHOUT ROWID;
INSERT INTO telling_words VALUES
  ('*[^] -@a-z²±×–—‘’“”、。，；：（）％㎡本体遗址墓葬冢封土城墙垣壕台基窑建筑外内缘边侧轮廓线四周围各方向东西南北延伸扩展长宽高为保护范建设控制地带区域另再面积与公里平米分亩顷的以及和由自从起算计上下左右前后约共其均含不得少于小大超过无每径一二两三四五六七八九十百千零半]*',
    'a name, a landmark, a degree: anything but the relic, directions, lengths and areas'),
  ('*[0-9][0-9][0-9][0-9][0-9]*', 'metres of a grid'),
  ('*[0-9].[0-9][0-9][0-9]*', 'degrees with a point'),
  ('*[0-9],[0-9][0-9][0-9][0-9]*', 'degrees with a comma'),
  ('*[0-9] [0-9]*', 'degrees, minutes and seconds apart');

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

SELECT RecoverGeometryColumn('exact_zone', 'geom', 4326, 'MULTIPOLYGON', 'XY');
SELECT CreateSpatialIndex('exact_zone', 'geom');

-- Registers of before: their index keeps no box of a shape that moves.
INSERT INTO exact_zone (zone_id, status, rule, geom)
SELECT z.id, z.status, z.rule, z.geom FROM zone z JOIN site s ON s.id = z.site_id
WHERE s.disclosure <> 'open' AND (z.geom IS NOT NULL OR EXISTS (
  SELECT 1 FROM telling_words WHERE z.rule GLOB pattern));
SELECT DisableSpatialIndex('zone', 'geom');
DROP TABLE idx_zone_geom;
SELECT CreateSpatialIndex('zone', 'geom');
