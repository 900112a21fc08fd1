-- revision: r34
-- down-revision: r33
-- message: As somebody else

-- upgrade
GRANT INSERT, SELECT ON log TO pg_monitor;
SET ROLE pg_monitor;
INSERT INTO log VALUES ('r34 by ' || current_user);
RESET ROLE;

-- downgrade
SET ROLE pg_monitor;
INSERT INTO log VALUES ('r34 taken back by ' || current_user);
RESET ROLE;
REVOKE INSERT, SELECT ON log FROM pg_monitor;
