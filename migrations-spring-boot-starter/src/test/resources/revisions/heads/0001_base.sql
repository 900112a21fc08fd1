-- revision: b00000000001
-- message: Create invoice

-- upgrade
CREATE TABLE invoice (id bigint PRIMARY KEY);

-- downgrade
DROP TABLE invoice;
