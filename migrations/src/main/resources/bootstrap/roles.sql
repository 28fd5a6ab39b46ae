-- The three roles of Assay's database cluster. Run by a superuser before the first migration; safe to repeat.
-- Passwords are set by whoever runs this, never here.
--
--   assay_owner     owns the database and everything in it; nobody signs in as this role
--   assay_migrator  signs in to run Flyway, and must say SET ROLE assay_owner before it may change anything
--   assay_app       what the server signs in as: owns nothing, creates nothing, has only what migrations grant it

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['assay_owner', 'assay_migrator', 'assay_app'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I', wanted);
    END IF;
  END LOOP;
END
$$;

ALTER ROLE assay_owner NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE assay_migrator LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE assay_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

GRANT assay_owner TO assay_migrator WITH INHERIT FALSE, SET TRUE, ADMIN FALSE;

-- An open write transaction holds back the ledger's integrator for the whole cluster: end forgotten ones.
ALTER ROLE assay_app SET idle_in_transaction_session_timeout = '60s';
