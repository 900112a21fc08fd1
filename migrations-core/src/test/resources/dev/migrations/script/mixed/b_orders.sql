-- revision: bbbb
-- down-revision: aaaa
-- message: Add orders

-- upgrade
CREATE TABLE orders (id bigint PRIMARY KEY);

-- downgrade
DROP TABLE orders;
