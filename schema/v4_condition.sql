-- In what state a relic is (保存状况), in the words of the surveys' forms.
ALTER TABLE site ADD COLUMN condition TEXT CHECK (
  condition = 'good' OR condition = 'fairly_good' OR condition = 'fair'
  OR condition = 'poor' OR condition = 'bad');         -- NULL: not known

DROP VIEW relic;
CREATE VIEW relic AS
SELECT s.id, s.code, s.name_zh, s.name_en, s.category, s.subcategory_zh, s.protection_level,
  s.level_basis, s.period_zh, s.period_start, s.period_end, t.name_zh AS township, s.address,
  s.coord_accuracy_m, s.coord_method, s.disclosure, s.condition, s.provenance, s.confidence,
  s.summary_zh, s.summary_en, s.geom
FROM site s LEFT JOIN township t ON t.id = s.township_id
WHERE s.provenance <> 'stand_in';
