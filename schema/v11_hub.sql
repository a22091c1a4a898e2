-- A register that is a working copy of a county in a hub: which hub, and what each relic was when it was last
-- fetched or sent. Staff's, for it holds exact positions: a public copy lacks these tables.
CREATE TABLE hub_copy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  hub TEXT NOT NULL,                                     -- the hub's own identity
  address TEXT NOT NULL,                                 -- where it was found last, without a password
  county TEXT NOT NULL CHECK (length(county) = 6),
  seq INTEGER NOT NULL,                                  -- the last change that has been fetched
  fetched_at TEXT NOT NULL,
  push TEXT                                              -- a push that has not been answered yet
);

CREATE TABLE hub_base (
  uid TEXT PRIMARY KEY,                                  -- the relic's identity in the hub; the county's code
  site_id INTEGER UNIQUE,                                -- the row here; NULL: what the county lists
  rev INTEGER NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields))        -- what the hub said
) WITHOUT ROWID;

-- What was changed here and there, and waits for somebody to decide it.
CREATE TABLE hub_conflict (
  uid TEXT NOT NULL,
  field TEXT NOT NULL,
  code TEXT NOT NULL,
  base TEXT, mine TEXT, theirs TEXT,                     -- values as JSON
  who TEXT, at TEXT,                                     -- of the change in the hub
  PRIMARY KEY (uid, field)
) WITHOUT ROWID;
