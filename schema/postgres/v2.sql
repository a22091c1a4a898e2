-- The numbers that the national surveys of relics gave it, beside the register's own code.
ALTER TABLE heritage.site
  ADD COLUMN code_survey2 heritage.words,
  ADD COLUMN code_survey3 heritage.words,
  ADD COLUMN code_survey4 heritage.words;
