-- Who changed what: a row of edit for each change that somebody made on purpose, a row of change for
-- each field that it touched. Triggers write change, whatever program edits the file; they call nothing
-- that SQLite does not bring itself.
--
-- Our program opens an edit and names it in edit_now, in the transaction that changes the rows. What
-- another program changed has no edit until the next one of ours begins: it is then gathered in an edit
-- of the kind 'outside', and stays that until somebody adopts it.
--
-- All of this is staff's: it holds exact positions, and a public copy lacks these tables.
CREATE TABLE edit (
  id INTEGER PRIMARY KEY,                                -- in the order of the edits; clocks can be set back
  kind TEXT NOT NULL CHECK (kind IN (
    'edit', 'import', 'load', 'undo', 'approve', 'adopt', 'outside')),
  at TEXT NOT NULL CHECK (                               -- ISO 8601, UTC, to the second
    at IS strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days')),
  who TEXT CHECK (who <> ''),                            -- NULL: nobody said
  why TEXT CHECK (why <> ''),
  source TEXT CHECK (source <> ''),
  about INTEGER REFERENCES edit(id),                     -- the edit that is undone or adopted
  digest TEXT NOT NULL DEFAULT '' CHECK (                -- of the digest before, this row and its changes
    digest = '' OR length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*')
);
CREATE INDEX edit_about ON edit(about) WHERE about IS NOT NULL;

-- The edit that is being made; empty between edits.
CREATE TABLE edit_now (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  edit_id INTEGER NOT NULL REFERENCES edit(id)
);

-- A row that came is one row here, a row that left one row for each value it had, and of a row that
-- changed there is one row for each value that did. Values are as they were stored.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  edit_id INTEGER REFERENCES edit(id),                   -- NULL: another program's, not gathered yet
  at INTEGER,                                            -- another program's: seconds since 1970
  site_id INTEGER,                                       -- the relic that it is about; NULL for none
  table_name TEXT NOT NULL,
  row_key NOT NULL,                                      -- the key; of several columns a JSON array
  action TEXT NOT NULL CHECK (
    action = 'insert' OR action = 'update' OR action = 'delete'),
  field TEXT CHECK ((field IS NULL) = (action = 'insert')),
  old_value,
  new_value
);
CREATE INDEX change_edit ON change(edit_id);
CREATE INDEX change_site ON change(site_id) WHERE site_id IS NOT NULL;
-- A code that is no relic's any more still finds what became of it.
CREATE INDEX change_code ON change(old_value) WHERE table_name = 'site' AND field = 'code';

-- The last change when a file had been imported: when the same file comes again, it has nothing new to say.
ALTER TABLE import_log ADD COLUMN last_change INTEGER;
UPDATE import_log SET last_change = 0;

-- What has become of a relic: NULL while it exists. Destroyed, proposed for revocation and revoked are three
-- states, each with a document of its own. A relic that is gone keeps its row and its code.
ALTER TABLE site ADD COLUMN state TEXT CHECK (
  state = 'moved' OR state = 'destroyed' OR state = 'revocation_proposed'
  OR state = 'revoked' OR state = 'merged' OR state = 'split');

-- By which document, and when, a relic came into a state; 'existing' takes it back.
CREATE TABLE lifecycle (
  id INTEGER PRIMARY KEY,                                -- in the order in which they were entered
  site_id INTEGER NOT NULL REFERENCES site(id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN (
    'existing', 'moved', 'destroyed', 'revocation_proposed', 'revoked', 'merged', 'split')),
  date TEXT NOT NULL CHECK (                             -- a year, a month or a day
    date GLOB '[12][0-9][0-9][0-9]' OR date = strftime('%Y-%m', date || '-01')
    OR date = date(date, '+0 days')),
  document TEXT NOT NULL CHECK (document <> ''),
  cause TEXT CHECK (cause <> '')
);
CREATE INDEX lifecycle_site ON lifecycle(site_id);

-- Which relics a merged or split one has become. A code is never used again.
CREATE TABLE succession (
  id INTEGER PRIMARY KEY,
  site_id INTEGER NOT NULL REFERENCES site(id) ON DELETE CASCADE,
  successor_id INTEGER NOT NULL REFERENCES site(id),
  kind TEXT NOT NULL CHECK (kind IN ('merged', 'split')),
  UNIQUE (site_id, successor_id),
  CHECK (site_id <> successor_id)
);
CREATE INDEX succession_successor ON succession(successor_id);

-- Changes that somebody proposes and somebody else decides.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who <> ''),
  why TEXT CHECK (why <> ''),
  source TEXT CHECK (source <> ''),
  code TEXT NOT NULL CHECK (code <> ''),                 -- the relic's
  patch TEXT NOT NULL CHECK (json_valid(patch)),         -- {"field": {"new": text, "base": text}}
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'approved', 'rejected')),
  reviewer TEXT CHECK (reviewer <> ''),
  decided_at TEXT,
  reason TEXT CHECK (reason <> ''),
  edit_id INTEGER REFERENCES edit(id),                   -- the edit that an approval made
  CHECK ((state = 'open') = (reviewer IS NULL))
);

DROP VIEW relic;
CREATE VIEW relic AS
SELECT s.id, s.code, s.name_zh, s.name_en, s.category, s.subcategory_zh, s.protection_level,
  s.level_basis, s.period_zh, s.period_start, s.period_end, t.name_zh AS township, s.address,
  s.coord_accuracy_m, s.coord_method, s.disclosure, s.condition, s.state, s.provenance,
  s.confidence, s.summary_zh, s.summary_en, s.geom
FROM site s LEFT JOIN township t ON t.id = s.township_id
WHERE s.provenance <> 'stand_in' AND coalesce(s.state, '') NOT IN ('revoked', 'merged', 'split');
