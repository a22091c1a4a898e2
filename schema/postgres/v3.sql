-- A count of what was changed, by which a state of the hub is known; what is entered by hand stays in its county;
-- and what an address was, before it was withheld, is in no statistics.
ALTER TABLE heritage.county
  ADD COLUMN changes bigint NOT NULL DEFAULT 1,            -- grows by one with each transaction about the county
  ADD COLUMN changes_tx xid8;

-- A township on a border may be listed by two counties, each in its own words.
ALTER TABLE heritage.township DROP CONSTRAINT township_code_key, ADD UNIQUE (county, code);

-- The statistics of a column are its commonest values, which any reader of the table may ask for, and they outlive a
-- value that is withheld meanwhile. A new type, though it be the old one, throws away what has been counted.
ALTER TABLE heritage.site
  ALTER COLUMN village SET STATISTICS 0, ALTER COLUMN address SET STATISTICS 0,
  ALTER COLUMN coord_verbatim SET STATISTICS 0, ALTER COLUMN coord_source SET STATISTICS 0;
ALTER TABLE heritage.site
  ALTER COLUMN village TYPE heritage.words, ALTER COLUMN address TYPE heritage.words,
  ALTER COLUMN coord_verbatim TYPE heritage.words, ALTER COLUMN coord_source TYPE heritage.words;
ALTER TABLE heritage.zone
  ALTER COLUMN rule SET STATISTICS 0, ALTER COLUMN source SET STATISTICS 0;
ALTER TABLE heritage.zone
  ALTER COLUMN rule TYPE heritage.words, ALTER COLUMN source TYPE heritage.words;

CREATE OR REPLACE FUNCTION staff.note() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = heritage, staff, public AS $$
DECLARE
  was hstore := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE hstore(OLD) END;
  becomes hstore := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE hstore(NEW) END;
  row_now hstore := coalesce(becomes, was);
  about bigint;
  place text;
  made bigint;
  number bigint;
  by_edit bigint := nullif(current_setting('heritage.edit', true), '')::bigint;
BEGIN
  IF TG_ARGV[0] = 'zone' THEN
    SELECT z.site_id, z.county INTO about, place FROM zone z WHERE z.id = (row_now -> 'zone_id')::bigint;
    IF NOT FOUND THEN RETURN NULL; END IF;
  ELSIF TG_ARGV[0] <> 'county' THEN
    about := (row_now -> TG_ARGV[0])::bigint;
  END IF;
  IF about IS NOT NULL THEN
    SELECT k.county INTO place FROM relic_key k WHERE k.id = about;
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF row_now -> 'county' <> place THEN
      RAISE check_violation USING
        MESSAGE = format('a relic of county %s is none of county %s', place, row_now -> 'county');
    END IF;
    PERFORM enter(place);
    UPDATE relic_key k SET rev = k.rev + 1, seq = nextval('change_order'), edit = by_edit,
      tx = pg_current_xact_id()
    WHERE k.id = about AND k.tx IS DISTINCT FROM pg_current_xact_id();
    IF TG_TABLE_NAME LIKE 'site%' AND TG_ARGV[0] = 'id' THEN
      UPDATE relic_key k SET gone = (TG_OP = 'DELETE'), code = row_now -> 'code' WHERE k.id = about;
    END IF;
    SELECT k.rev, k.seq INTO made, number FROM relic_key k WHERE k.id = about;
  ELSE
    place := coalesce(place, row_now -> 'county', row_now -> 'code');
    PERFORM enter(place);
    UPDATE county c SET rev = c.rev + 1, seq = nextval('change_order'), tx = pg_current_xact_id()
    WHERE c.code = place AND c.tx IS DISTINCT FROM pg_current_xact_id();
    SELECT c.rev, c.seq INTO made, number FROM county c WHERE c.code = place;
  END IF;
  UPDATE county c SET changes = c.changes + 1, changes_tx = pg_current_xact_id()
  WHERE c.code = place AND c.changes_tx IS DISTINCT FROM pg_current_xact_id();
  INSERT INTO audit (seq, edit, county, relic, rev, table_name, op, field, old_value, new_value)
  SELECT number, by_edit, place, about, made, TG_ARGV[1], lower(TG_OP), c.field, c.old_value, c.new_value
  FROM (
    SELECT NULL AS field, NULL AS old_value, becomes::text AS new_value WHERE TG_OP = 'INSERT'
    UNION ALL
    SELECT e.key, e.value, becomes -> e.key FROM each(was) e
    WHERE TG_OP <> 'INSERT' AND e.value IS DISTINCT FROM becomes -> e.key
  ) c;
  RETURN NULL;
END $$;

-- An office gives codes to relics of its own counties alone.
CREATE FUNCTION staff.note_key() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = heritage, staff, public AS $$
BEGIN
  PERFORM enter(NEW.county);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION staff.note_key FROM PUBLIC;
CREATE TRIGGER note_key AFTER INSERT ON heritage.relic_key FOR EACH ROW
WHEN (NOT staff.is_loading()) EXECUTE FUNCTION staff.note_key();

-- Who wrote and when is said by the hub, never by who writes.
REVOKE INSERT ON heritage.relic_key, staff.edit, staff.push FROM heritage_office;
GRANT INSERT (id, uid, county, code) ON heritage.relic_key TO heritage_office;
GRANT INSERT (id, push, said_at, who, why, source) ON staff.edit TO heritage_office;
GRANT INSERT (id, county, answer) ON staff.push TO heritage_office;

-- The relics of a county that is being loaded are looked at together, before they are kept.
CREATE FUNCTION staff.refuse_shapes(place text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = heritage, staff, public AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM exact_position e JOIN site s ON s.id = e.site_id
    WHERE s.county = place AND s.disclosure = 'open')
  THEN
    RAISE check_violation USING
      MESSAGE = 'the relic is open: its position belongs in the table site';
  END IF;
END $$;
REVOKE ALL ON FUNCTION staff.refuse_shapes FROM PUBLIC;
DROP TRIGGER refuse_shape ON staff.exact_position;
CREATE CONSTRAINT TRIGGER refuse_shape AFTER INSERT OR UPDATE ON staff.exact_position
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT staff.is_loading())
EXECUTE FUNCTION staff.refuse_shape('site_id');
