GRANT CONNECT ON DATABASE shop TO shop_app;
GRANT USAGE ON SCHEMA app TO shop_app;
GRANT SELECT ON app.migrations_revision, app.migrations_history, app.migrations_journal TO shop_app;
