-- Everything but the record lives here. The schema itself is made by the bootstrap, for Flyway's own table.
grant usage on schema assay to assay_app;
