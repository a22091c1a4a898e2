-- The numbers that the national surveys of relics gave it, beside the register's own code: each with its
-- survey, for each survey counted anew. They are kept as they are written; two relics may have one.
ALTER TABLE site ADD COLUMN code_survey2 TEXT CHECK (code_survey2 <> '');   -- 二普, 1981 to 1985
ALTER TABLE site ADD COLUMN code_survey3 TEXT CHECK (code_survey3 <> '');   -- 三普, 2007 to 2011
ALTER TABLE site ADD COLUMN code_survey4 TEXT CHECK (code_survey4 <> '');   -- 四普, 2023 to 2026
