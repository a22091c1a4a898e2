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
  action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  field TEXT CHECK ((field IS NULL) = (action = 'insert')),
  old_value,
  new_value
);
CREATE INDEX change_edit ON change(edit_id);
CREATE INDEX change_site ON change(site_id) WHERE site_id IS NOT NULL;
-- A code that is no relic's any more still finds what became of it.
CREATE INDEX change_code ON change(old_value) WHERE table_name = 'site' AND field = 'code';

-- The edit that an import made, or the last one before an import that changed nothing.
ALTER TABLE import_log ADD COLUMN edit_id INTEGER;
UPDATE import_log SET edit_id = 0;
