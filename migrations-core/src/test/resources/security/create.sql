GRANT CONNECT ON DATABASE shop TO shop_migrator;
GRANT USAGE, CREATE ON SCHEMA app TO shop_migrator;
