-- What sources say of a field of a relic: 王志 says 明, a stele says 宋. The register keeps one value in its
-- column and every claim here, each with its source.
--
-- The preferred claim of a field says what the column says; doctor looks whether it does. All of this is
-- staff's: a claim may be an exact position, and a public copy lacks the table.
CREATE TABLE claim (
  id INTEGER PRIMARY KEY,                                -- in the order in which they were entered
  site_id INTEGER NOT NULL REFERENCES site(id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field GLOB '[a-z]*'),       -- its key, as exports have it
  value TEXT NOT NULL CHECK (value <> ''),               -- as a cell of an export has it
  source TEXT NOT NULL CHECK (source <> ''),
  as_of TEXT CHECK (                                     -- a year, a month or a day: until when it is true
    as_of GLOB '[0-9][0-9][0-9][0-9]' OR as_of IS strftime('%Y-%m', as_of || '-01')
    OR as_of IS date(as_of, '+0 days')),
  method TEXT CHECK (method <> ''),                      -- how the source knows it
  rank TEXT NOT NULL DEFAULT 'normal' CHECK (rank IN ('preferred', 'normal', 'deprecated')),
  note TEXT CHECK (note <> ''),
  UNIQUE (site_id, field, value, source)
);
CREATE UNIQUE INDEX claim_preferred ON claim(site_id, field) WHERE rank = 'preferred';
