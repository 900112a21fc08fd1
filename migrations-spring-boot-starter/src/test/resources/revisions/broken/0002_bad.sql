-- revision: c00000000002
-- down-revision: c00000000001
-- message: Create seat

-- upgrade
CREATE TABLE seat (id bigint PRIMARY KEY);
ALTER TABLE seat ADD COLUMN price numbre;

-- downgrade
DROP TABLE seat;
