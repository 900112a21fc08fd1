GRANT CONNECT ON DATABASE shop TO shop_migrator;
GRANT USAGE ON SCHEMA app TO shop_migrator;
GRANT SELECT, INSERT, DELETE ON app.migrations_revision TO shop_migrator;
GRANT SELECT, INSERT ON app.migrations_history TO shop_migrator;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.migrations_journal TO shop_migrator;
