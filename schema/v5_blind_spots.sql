-- What an answer about a place cannot exclude is counted with each such answer: relics without a position,
-- and stand-ins.
CREATE INDEX site_unlocated ON site(code) WHERE geom IS NULL;
CREATE INDEX site_stand_in ON site(code) WHERE provenance = 'stand_in';
