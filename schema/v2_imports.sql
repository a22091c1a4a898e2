-- What was imported: one row for each file, written in the transaction that writes its relics.
--
-- Who reads a register does not need this table: a public copy can do without it.
CREATE TABLE import_log (
  id INTEGER PRIMARY KEY,                                -- in the order of the imports
  file TEXT NOT NULL CHECK (file <> ''),                 -- its name, without the folder
  sha256 TEXT NOT NULL CHECK (                           -- of its bytes, FIPS 180-4, in hexadecimal
    length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  imported_at TEXT NOT NULL CHECK (                      -- ISO 8601, UTC, to the second
    imported_at IS strftime('%Y-%m-%dT%H:%M:%SZ', imported_at, '+0 days')),
  new_rows INTEGER NOT NULL CHECK (typeof(new_rows) = 'integer' AND new_rows >= 0),
  changed_rows INTEGER NOT NULL CHECK (typeof(changed_rows) = 'integer' AND changed_rows >= 0),
  unchanged_rows INTEGER NOT NULL CHECK (
    typeof(unchanged_rows) = 'integer' AND unchanged_rows >= 0),
  rejected_rows INTEGER NOT NULL CHECK (
    typeof(rejected_rows) = 'integer' AND rejected_rows >= 0),
  left_stand_ins INTEGER NOT NULL CHECK (                -- stand-ins that made room
    typeof(left_stand_ins) = 'integer' AND left_stand_ins BETWEEN 0 AND new_rows),
  options TEXT CHECK (options <> '')                     -- as they were given
);
