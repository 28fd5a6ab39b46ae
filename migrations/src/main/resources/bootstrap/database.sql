-- Who may enter the current database and who owns it. Run by a superuser inside that database, after roles.sql;
-- safe to repeat. PUBLIC may do nothing here, not even connect.

DO $$
DECLARE
  here text := current_database();
BEGIN
  EXECUTE format('ALTER DATABASE %I OWNER TO assay_owner', here);
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', here);
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO assay_migrator, assay_app', here);
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
