-- revision: a02
-- down-revision: a01
-- message: Index the stock

-- upgrade
CREATE INDEX CONCURRENTLY ix_stock_place ON stock (place);
UPDATE counter SET n = n + 1;

-- downgrade
UPDATE counter SET n = n + 1;
DROP INDEX CONCURRENTLY ix_stock_place;
