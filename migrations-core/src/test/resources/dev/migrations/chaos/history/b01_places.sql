-- revision: b01
-- down-revision: r35
-- message: Places
-- branch-labels: places

-- upgrade
CREATE TABLE place (name text);
INSERT INTO place VALUES ('here'), ('there');

-- downgrade
DROP TABLE place;
