-- revision: c00000000001
-- message: Create stock

-- upgrade
CREATE TABLE stock (id bigint);

-- downgrade
DROP TABLE stock;
