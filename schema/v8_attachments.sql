-- Files that belong to the record of a relic (四有 记录档案): photographs, drawings, documents.
--
-- A public copy has neither of these tables.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  site_id INTEGER NOT NULL REFERENCES site(id) ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN (                    -- the ten parts of the 主卷, the 副卷, the 备考卷
    'text', 'drawing', 'photo', 'rubbing', 'plan', 'survey', 'works', 'display', 'electronic',
    'supplement', 'secondary', 'reference')),
  title TEXT CHECK (title <> ''),
  label TEXT CHECK (label <> ''),                        -- its own number: 照片号, 图号
  file_name TEXT NOT NULL CHECK (file_name <> ''),       -- when it came, without its folder
  author TEXT CHECK (author <> ''),
  taken_on TEXT CHECK (                                  -- a day, a month or a year of ISO 8601
    taken_on GLOB '[0-9][0-9][0-9][0-9]' OR taken_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
    OR taken_on IS date(taken_on, '+0 days')),
  direction TEXT CHECK (direction <> ''),                -- where the camera looked, in words
  scale TEXT CHECK (scale <> ''),                        -- of a drawing
  mime TEXT NOT NULL CHECK (mime IN (
    'image/jpeg', 'image/png', 'image/tiff', 'application/pdf', 'image/vnd.dwg')),
  sha256 TEXT NOT NULL CHECK (                           -- of its bytes, FIPS 180-4, in hexadecimal
    length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes INTEGER NOT NULL CHECK (typeof(bytes) = 'integer' AND bytes > 0),
  UNIQUE (site_id, sha256)
);
CREATE INDEX attachment_sha256 ON attachment(sha256);

-- The bytes of files of at most 1 MiB, under their digest. A larger file stands in the folder beside the
-- register that is called as the register is, with '.files' behind it: there its name is the digest.
CREATE TABLE attachment_content (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  data BLOB NOT NULL CHECK (typeof(data) = 'blob' AND length(data) BETWEEN 1 AND 1048576)
);
