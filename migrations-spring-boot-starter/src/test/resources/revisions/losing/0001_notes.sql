-- revision: 10550000a001
-- message: Create notes

-- upgrade
CREATE TABLE notes ();

-- downgrade
-- loses-data: the notes that were written
DROP TABLE notes;
