-- revision: r09
-- down-revision: r08
-- message: Build indexes anew

-- upgrade
UPDATE counter SET n = n + 1;
REINDEX INDEX CONCURRENTLY uq_orders_number;
REINDEX TABLE CONCURRENTLY orders;
INSERT INTO log VALUES ('r09');

-- downgrade
INSERT INTO log VALUES ('r09 taken back');
REINDEX INDEX CONCURRENTLY orders_pkey;
