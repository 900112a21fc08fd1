-- revision: c00000000001
-- message: Create ticket

-- upgrade
CREATE TABLE ticket (id bigint PRIMARY KEY);

-- downgrade
DROP TABLE ticket;
