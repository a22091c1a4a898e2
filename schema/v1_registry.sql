-- The register of one county's immovable cultural relics.
--
-- Positions are WGS 84 (EPSG:4326), longitude first. Lengths are metres. Years are astronomical in
-- order and historical in number: -4500 is 4500 BCE. Text is empty nowhere: what is not known is NULL.
-- Codes of a fixed list are CHECKed here, so that no program can write another.

-- What this file is: one row.
CREATE TABLE registry (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name_zh TEXT NOT NULL CHECK (name_zh <> ''),
  name_en TEXT CHECK (name_en <> ''),
  county_code TEXT CHECK (length(county_code) = 6),      -- GB/T 2260
  credits TEXT CHECK (credits <> ''),                    -- printed wherever the data are shown
  stand_in_seed INTEGER,                                 -- the generator's seed for the stand-ins
  name_version INTEGER NOT NULL DEFAULT 0                -- grows when what a search keeps in memory is out of date
);

-- Numbers that an authority states, to reconcile the rows with.
CREATE TABLE official_count (
  what TEXT PRIMARY KEY CHECK (
    what IN ('registered', 'national', 'provincial', 'municipal', 'county')),
  count INTEGER NOT NULL CHECK (typeof(count) = 'integer' AND count >= 0),
  source TEXT NOT NULL CHECK (source <> '')
);

CREATE TABLE township (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (length(code) = 9),    -- GB/T 2260 and GB/T 10114
  name_zh TEXT NOT NULL UNIQUE CHECK (name_zh <> ''),
  name_en TEXT CHECK (name_en <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('subdistrict', 'town', 'township')),
  geom POINT,                                            -- the seat, not the township's middle
  coord_accuracy_m REAL CHECK (typeof(coord_accuracy_m) <> 'text' AND coord_accuracy_m > 0),
  source TEXT CHECK (source <> ''),
  CHECK ((geom IS NULL) = (coord_accuracy_m IS NULL))
);

CREATE TABLE former_township (
  id INTEGER PRIMARY KEY,
  name_zh TEXT NOT NULL UNIQUE CHECK (name_zh <> ''),
  merged_into INTEGER REFERENCES township(id),           -- NULL where no source shows it
  geom POINT,
  coord_accuracy_m REAL CHECK (typeof(coord_accuracy_m) <> 'text' AND coord_accuracy_m > 0),
  source TEXT CHECK (source <> ''),
  CHECK ((geom IS NULL) = (coord_accuracy_m IS NULL))
);
CREATE INDEX former_township_merged_into ON former_township(merged_into);

-- One relic, one row. The position here is the public one: of a sensitive relic it is generalised
-- or absent, and the exact position stands in exact_position alone.
-- Words are compared one by one: for an IN of more than two SQLite builds a table of them at every row, which
-- takes longer than writing the row.
CREATE TABLE site (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (code <> '' AND code = trim(code)),
  name_zh TEXT NOT NULL CHECK (name_zh <> ''),
  name_en TEXT CHECK (name_en <> ''),
  category TEXT CHECK (
    category = 'ancient_site' OR category = 'ancient_tomb'
    OR category = 'ancient_building' OR category = 'cave_temple_stone'
    OR category = 'modern_site' OR category = 'other'),  -- NULL: not known
  subcategory_zh TEXT CHECK (subcategory_zh <> ''),
  protection_level TEXT NOT NULL CHECK (
    protection_level = 'national' OR protection_level = 'provincial'
    OR protection_level = 'municipal' OR protection_level = 'county'
    OR protection_level = 'registered'),
  level_basis TEXT NOT NULL CHECK (
    level_basis = 'listed' OR level_basis = 'stated' OR level_basis = 'not_stated'
    OR level_basis = 'unidentified' OR level_basis = 'stand_in'),
  period_zh TEXT CHECK (period_zh <> ''),
  period_start INTEGER CHECK (period_start BETWEEN -3000000 AND 3000 AND period_start <> 0),
  period_end INTEGER CHECK (period_end BETWEEN -3000000 AND 3000 AND period_end <> 0),
  culture_zh TEXT CHECK (culture_zh <> ''),              -- several are kept apart by ';'
  township_id INTEGER REFERENCES township(id),
  village TEXT CHECK (village <> ''),
  address TEXT CHECK (address <> ''),
  geom POINT,
  coord_accuracy_m REAL CHECK (typeof(coord_accuracy_m) <> 'text' AND coord_accuracy_m > 0),    -- NULL: not known
  coord_method TEXT NOT NULL CHECK (
    coord_method = 'published_fix' OR coord_method = 'published_point'
    OR coord_method = 'literature' OR coord_method = 'derived'
    OR coord_method = 'township_seat' OR coord_method = 'rtk'
    OR coord_method = 'handheld' OR coord_method = 'map' OR coord_method = 'survey'
    OR coord_method = 'generalised' OR coord_method = 'generated'
    OR coord_method = 'none'),
  coord_source TEXT CHECK (coord_source <> ''),
  coord_verbatim TEXT CHECK (coord_verbatim <> ''),      -- as the source prints it
  coord_system TEXT CHECK (coord_system <> ''),          -- as the source declares it
  disclosure TEXT NOT NULL DEFAULT 'open' CHECK (
    disclosure = 'open' OR disclosure = 'coarse' OR disclosure = 'withheld'),
  area_m2 REAL CHECK (typeof(area_m2) <> 'text' AND area_m2 > 0),
  found_year INTEGER CHECK (found_year BETWEEN 1 AND 3000),
  excavated TEXT CHECK (excavated <> ''),                -- years, or yes or no
  provenance TEXT NOT NULL CHECK (
    provenance = 'published' OR provenance = 'survey' OR provenance = 'stand_in'),
  confidence TEXT CHECK (
    confidence = 'high' OR confidence = 'medium' OR confidence = 'low'
    OR confidence = 'unidentified'),
  summary_zh TEXT CHECK (summary_zh <> ''),
  summary_en TEXT CHECK (summary_en <> ''),
  notes TEXT CHECK (notes <> ''),
  CHECK (period_start IS NULL OR period_end IS NULL OR period_start <= period_end),
  CHECK ((geom IS NULL) = (coord_method = 'none')),
  CHECK (geom IS NOT NULL OR coord_accuracy_m IS NULL),
  -- What is withheld is not here; what is coarse is generalised and says so.
  CHECK (disclosure <> 'withheld' OR (
    geom IS NULL AND coord_verbatim IS NULL AND village IS NULL AND address IS NULL)),
  CHECK (disclosure <> 'coarse' OR (
    coord_method IN ('generalised', 'none') AND coalesce(coord_accuracy_m, 1000) >= 1000
    AND coord_verbatim IS NULL AND address IS NULL)),
  CHECK ((provenance = 'stand_in') = (level_basis = 'stand_in'))
);
CREATE INDEX site_protection_level ON site(protection_level, code);
CREATE INDEX site_category ON site(category, code);
CREATE INDEX site_township ON site(township_id, code);
-- The largest accuracy says how far beyond a radius a relic may be looked for.
CREATE INDEX site_accuracy ON site(coord_accuracy_m) WHERE coord_accuracy_m IS NOT NULL;

-- Exact positions and addresses of sensitive relics. A public copy of the register is this file
-- without this table and its R*Tree: SELECT DropTable(NULL, 'exact_position'); VACUUM;
CREATE TABLE exact_position (
  site_id INTEGER PRIMARY KEY REFERENCES site(id) ON DELETE CASCADE,
  geom POINT,                                            -- NULL where only the address is known
  coord_accuracy_m REAL CHECK (typeof(coord_accuracy_m) <> 'text' AND coord_accuracy_m > 0),
  coord_method TEXT NOT NULL CHECK (
    coord_method = 'published_fix' OR coord_method = 'published_point'
    OR coord_method = 'literature' OR coord_method = 'derived'
    OR coord_method = 'township_seat' OR coord_method = 'rtk'
    OR coord_method = 'handheld' OR coord_method = 'map' OR coord_method = 'survey'
    OR coord_method = 'none'),
  coord_source TEXT CHECK (coord_source <> ''),
  coord_verbatim TEXT CHECK (coord_verbatim <> ''),
  coord_system TEXT CHECK (coord_system <> ''),
  village TEXT CHECK (village <> ''),
  address TEXT CHECK (address <> ''),
  CHECK ((geom IS NULL) = (coord_method = 'none')),
  CHECK (geom IS NOT NULL OR coord_accuracy_m IS NULL)
);

CREATE INDEX exact_position_accuracy ON exact_position(coord_accuracy_m)
WHERE coord_accuracy_m IS NOT NULL;

-- Former and other names; the name in use stands in site.
CREATE TABLE site_name (
  site_id INTEGER NOT NULL REFERENCES site(id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('former', 'alias')),
  PRIMARY KEY (site_id, name)
) WITHOUT ROWID;

-- How a name is read where the usual readings of its characters are wrong: 'dòng tíng', one syllable a
-- character, spaces between them.
CREATE TABLE name_reading (
  site_id INTEGER NOT NULL REFERENCES site(id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  pinyin TEXT NOT NULL CHECK (pinyin <> ''),
  PRIMARY KEY (site_id, name)
) WITHOUT ROWID;

-- All names, folded and packed for the search, and the sites whose names have changed since.
CREATE TABLE name_pack (
  section TEXT NOT NULL CHECK (section IN ('han', 'latin')),
  part INTEGER NOT NULL CHECK (part >= 0),
  data BLOB NOT NULL,
  PRIMARY KEY (section, part)
);
CREATE TABLE name_change (site_id INTEGER PRIMARY KEY);
CREATE TRIGGER site_name_insert AFTER INSERT ON site_name
BEGIN INSERT OR IGNORE INTO name_change VALUES (NEW.site_id); END;
CREATE TRIGGER site_name_update AFTER UPDATE ON site_name
BEGIN INSERT OR IGNORE INTO name_change VALUES (OLD.site_id), (NEW.site_id); END;
CREATE TRIGGER site_name_delete AFTER DELETE ON site_name
BEGIN INSERT OR IGNORE INTO name_change VALUES (OLD.site_id); END;
CREATE TRIGGER name_reading_insert AFTER INSERT ON name_reading
BEGIN UPDATE registry SET name_version = name_version + 1; END;
CREATE TRIGGER name_reading_update AFTER UPDATE ON name_reading
BEGIN UPDATE registry SET name_version = name_version + 1; END;
CREATE TRIGGER name_reading_delete AFTER DELETE ON name_reading
BEGIN UPDATE registry SET name_version = name_version + 1; END;
CREATE TRIGGER site_names_insert AFTER INSERT ON site
BEGIN INSERT OR IGNORE INTO name_change VALUES (NEW.id); END;
CREATE TRIGGER site_names_delete AFTER DELETE ON site
BEGIN INSERT OR IGNORE INTO name_change VALUES (OLD.id); END;
CREATE TRIGGER site_names_update
AFTER UPDATE OF code, name_zh, name_en, protection_level, provenance ON site
BEGIN INSERT OR IGNORE INTO name_change VALUES (NEW.id); END;

-- Announcements as a protected unit, present and former.
CREATE TABLE designation (
  id INTEGER PRIMARY KEY,
  site_id INTEGER NOT NULL REFERENCES site(id) ON DELETE CASCADE,
  level TEXT NOT NULL CHECK (level IN ('national', 'provincial', 'municipal', 'county')),
  batch TEXT CHECK (batch <> ''),
  year INTEGER CHECK (year BETWEEN 1949 AND 3000),
  official_code TEXT CHECK (official_code <> ''),
  standing TEXT NOT NULL CHECK (standing IN ('present', 'former')),
  source TEXT NOT NULL CHECK (source <> '')
);
CREATE INDEX designation_site ON designation(site_id);
CREATE INDEX designation_code ON designation(official_code COLLATE NOCASE);
CREATE UNIQUE INDEX designation_present ON designation(site_id) WHERE standing = 'present';

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  citation TEXT NOT NULL UNIQUE CHECK (citation <> '')
);

CREATE TABLE site_source (
  site_id INTEGER NOT NULL REFERENCES site(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position > 0),        -- the order in which they are cited
  source_id INTEGER NOT NULL REFERENCES source(id),
  PRIMARY KEY (site_id, position)
) WITHOUT ROWID;
CREATE INDEX site_source_source ON site_source(source_id);

CREATE TABLE site_group (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key GLOB '[a-z]*' AND key NOT GLOB '*[^a-z0-9-]*'),
  name_zh TEXT NOT NULL CHECK (name_zh <> ''),
  name_en TEXT CHECK (name_en <> ''),
  summary_en TEXT CHECK (summary_en <> ''),
  source TEXT CHECK (source <> '')
);

CREATE TABLE group_member (
  group_id INTEGER NOT NULL REFERENCES site_group(id) ON DELETE CASCADE,
  site_id INTEGER NOT NULL REFERENCES site(id) ON DELETE CASCADE,
  basis TEXT CHECK (basis <> ''),                        -- why the relic is a member
  PRIMARY KEY (group_id, site_id)
) WITHOUT ROWID;
CREATE INDEX group_member_site ON group_member(site_id);

-- Protection zones and construction-control zones (Law on the Protection of Cultural Relics,
-- articles 26 and 29). A zone that is published in words has no shape: none is drawn for it.
CREATE TABLE zone (
  id INTEGER PRIMARY KEY,
  site_id INTEGER NOT NULL REFERENCES site(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('protection', 'control')),
  status TEXT NOT NULL CHECK (status IN ('surveyed', 'digitised', 'described')),
  rule TEXT NOT NULL CHECK (rule <> ''),                 -- in words
  instrument TEXT CHECK (instrument <> ''),              -- the document that announces it
  source TEXT CHECK (source <> ''),
  geom MULTIPOLYGON,
  UNIQUE (site_id, kind),
  CHECK ((geom IS NULL) = (status = 'described'))
);

-- Whether and how a relic can be visited.
CREATE TABLE visit (
  site_id INTEGER PRIMARY KEY REFERENCES site(id) ON DELETE CASCADE,
  access TEXT NOT NULL CHECK (access IN ('open', 'restricted', 'closed', 'unknown')),
  ticket_cny REAL CHECK (typeof(ticket_cny) <> 'text' AND ticket_cny >= 0),
  duration_min INTEGER CHECK (duration_min BETWEEN 1 AND 1440),
  confidence TEXT CHECK (confidence IN ('high', 'medium', 'low')),
  source TEXT CHECK (source <> ''),
  notes TEXT CHECK (notes <> '')
);

-- When it is open, by weekday (ISO 8601: 1 = Monday) and season (MM-DD to MM-DD, both included;
-- a season may run over the turn of the year). Times are local, HH:MM.
CREATE TABLE opening (
  id INTEGER PRIMARY KEY,
  site_id INTEGER NOT NULL REFERENCES visit(site_id) ON DELETE CASCADE,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  season_start TEXT NOT NULL DEFAULT '01-01' CHECK (season_start GLOB '[01][0-9]-[0-3][0-9]'),
  season_end TEXT NOT NULL DEFAULT '12-31' CHECK (season_end GLOB '[01][0-9]-[0-3][0-9]'),
  opens TEXT NOT NULL CHECK (opens GLOB '[0-2][0-9]:[0-5][0-9]' AND opens < '24:00'),
  closes TEXT NOT NULL CHECK (closes GLOB '[0-2][0-9]:[0-5][0-9]' AND closes <= '24:00'),
  last_admission TEXT CHECK (last_admission GLOB '[0-2][0-9]:[0-5][0-9]'),
  UNIQUE (site_id, weekday, season_start, opens),
  CHECK (opens < closes),
  CHECK (last_admission IS NULL OR last_admission BETWEEN opens AND closes)
);

-- Days that differ from the week's rule: one date, or every public holiday. No hours: closed.
CREATE TABLE opening_exception (
  id INTEGER PRIMARY KEY,
  site_id INTEGER NOT NULL REFERENCES visit(site_id) ON DELETE CASCADE,
  date TEXT CHECK (date = date(date, '+0 days')),
  public_holidays INTEGER NOT NULL DEFAULT 0 CHECK (public_holidays IN (0, 1)),
  opens TEXT CHECK (opens GLOB '[0-2][0-9]:[0-5][0-9]'),
  closes TEXT CHECK (closes GLOB '[0-2][0-9]:[0-5][0-9]'),
  last_admission TEXT CHECK (last_admission GLOB '[0-2][0-9]:[0-5][0-9]'),
  CHECK ((date IS NULL) = (public_holidays = 1)),
  CHECK ((opens IS NULL) = (closes IS NULL)),
  CHECK (opens IS NULL OR opens < closes),
  CHECK (last_admission IS NULL OR last_admission BETWEEN opens AND closes)
);
-- One rule for a day: a date or the public holidays.
CREATE UNIQUE INDEX opening_exception_day ON opening_exception(site_id, coalesce(date, ''));

-- Intangible heritage has an area and a unit, not a point.
CREATE TABLE intangible (
  id INTEGER PRIMARY KEY,
  name_zh TEXT NOT NULL UNIQUE CHECK (name_zh <> ''),
  category_zh TEXT NOT NULL CHECK (category_zh <> ''),
  level TEXT NOT NULL CHECK (level IN ('national', 'provincial', 'municipal', 'county')),
  batch TEXT CHECK (batch <> ''),
  year INTEGER CHECK (year BETWEEN 2000 AND 3000),
  official_code TEXT CHECK (official_code <> ''),
  entry_type_zh TEXT CHECK (entry_type_zh <> ''),
  area_zh TEXT CHECK (area_zh <> ''),                    -- the county that applied
  place_zh TEXT CHECK (place_zh <> ''),                  -- where it is practised
  confidence TEXT CHECK (confidence IN ('high', 'medium', 'low')),
  source TEXT CHECK (source <> ''),
  notes TEXT CHECK (notes <> '')
);

-- Named places where a tour can begin.
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key GLOB '[a-z]*' AND key NOT GLOB '*[^a-z0-9-]*'),
  name_zh TEXT NOT NULL CHECK (name_zh <> ''),
  name_en TEXT CHECK (name_en <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('start', 'station')),
  geom POINT NOT NULL,
  coord_accuracy_m REAL NOT NULL CHECK (
    typeof(coord_accuracy_m) <> 'text' AND coord_accuracy_m > 0),
  source TEXT CHECK (source <> '')
);

-- What a map draws behind the relics.
CREATE TABLE outline (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('county', 'neighbour')),
  name_zh TEXT NOT NULL CHECK (name_zh <> ''),
  code TEXT CHECK (length(code) = 6),
  source TEXT CHECK (source <> ''),
  geom MULTIPOLYGON NOT NULL
);

CREATE TABLE river (
  id INTEGER PRIMARY KEY,
  name_zh TEXT CHECK (name_zh <> ''),
  coord_accuracy_m REAL CHECK (typeof(coord_accuracy_m) <> 'text' AND coord_accuracy_m > 0),
  source TEXT CHECK (source <> ''),
  geom LINESTRING NOT NULL
);

-- SpatiaLite's register of layers: type and SRID are enforced by its triggers from here on.
SELECT RecoverGeometryColumn('site', 'geom', 4326, 'POINT', 'XY');
SELECT RecoverGeometryColumn('exact_position', 'geom', 4326, 'POINT', 'XY');
SELECT RecoverGeometryColumn('township', 'geom', 4326, 'POINT', 'XY');
SELECT RecoverGeometryColumn('former_township', 'geom', 4326, 'POINT', 'XY');
SELECT RecoverGeometryColumn('place', 'geom', 4326, 'POINT', 'XY');
SELECT RecoverGeometryColumn('zone', 'geom', 4326, 'MULTIPOLYGON', 'XY');
SELECT RecoverGeometryColumn('outline', 'geom', 4326, 'MULTIPOLYGON', 'XY');
SELECT RecoverGeometryColumn('river', 'geom', 4326, 'LINESTRING', 'XY');
SELECT CreateSpatialIndex('site', 'geom');
SELECT CreateSpatialIndex('exact_position', 'geom');
SELECT CreateSpatialIndex('zone', 'geom');

-- The relics without the stand-ins, for a map: what most people should open in place of site.
CREATE VIEW relic AS
SELECT s.id, s.code, s.name_zh, s.name_en, s.category, s.subcategory_zh, s.protection_level,
  s.level_basis, s.period_zh, s.period_start, s.period_end, t.name_zh AS township, s.address,
  s.coord_accuracy_m, s.coord_method, s.disclosure, s.provenance, s.confidence, s.summary_zh,
  s.summary_en, s.geom
FROM site s LEFT JOIN township t ON t.id = s.township_id
WHERE s.provenance <> 'stand_in';
INSERT INTO views_geometry_columns
  (view_name, view_geometry, view_rowid, f_table_name, f_geometry_column, read_only)
VALUES ('relic', 'geom', 'id', 'site', 'geom', 1);

-- Rules that need a geometry function or another table, in words that a person at a map can act on.
CREATE TRIGGER site_range_insert BEFORE INSERT ON site
WHEN NOT (ST_X(NEW.geom) BETWEEN -180 AND 180 AND ST_Y(NEW.geom) BETWEEN -90 AND 90)
BEGIN
  SELECT RAISE(ABORT, 'the position is outside longitude -180 to 180, latitude -90 to 90');
END;
CREATE TRIGGER site_range_update BEFORE UPDATE OF geom ON site
WHEN NOT (ST_X(NEW.geom) BETWEEN -180 AND 180 AND ST_Y(NEW.geom) BETWEEN -90 AND 90)
BEGIN
  SELECT RAISE(ABORT, 'the position is outside longitude -180 to 180, latitude -90 to 90');
END;
CREATE TRIGGER exact_position_sensitive BEFORE INSERT ON exact_position
WHEN (SELECT disclosure FROM site WHERE id = NEW.site_id) = 'open'
BEGIN
  SELECT RAISE(ABORT, 'the relic is open: its position belongs in the table site');
END;
CREATE TRIGGER exact_position_range BEFORE INSERT ON exact_position
WHEN NOT (ST_X(NEW.geom) BETWEEN -180 AND 180 AND ST_Y(NEW.geom) BETWEEN -90 AND 90)
BEGIN
  SELECT RAISE(ABORT, 'the position is outside longitude -180 to 180, latitude -90 to 90');
END;
CREATE TRIGGER exact_position_range_update BEFORE UPDATE OF geom ON exact_position
WHEN NOT (ST_X(NEW.geom) BETWEEN -180 AND 180 AND ST_Y(NEW.geom) BETWEEN -90 AND 90)
BEGIN
  SELECT RAISE(ABORT, 'the position is outside longitude -180 to 180, latitude -90 to 90');
END;
CREATE TRIGGER site_disclosure_open BEFORE UPDATE OF disclosure ON site
WHEN NEW.disclosure = 'open' AND EXISTS (SELECT 1 FROM exact_position WHERE site_id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'the relic has an exact position: move it into the table site first');
END;
