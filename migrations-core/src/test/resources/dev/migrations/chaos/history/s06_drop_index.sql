-- revision: s06
-- down-revision: s05
-- message: Drop an index

-- upgrade
DROP INDEX CONCURRENTLY ix_stock_place;

-- downgrade
CREATE INDEX CONCURRENTLY ix_stock_place ON stock (place);
