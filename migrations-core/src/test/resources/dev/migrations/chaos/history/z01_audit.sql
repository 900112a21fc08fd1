-- revision: z01
-- message: Audit
-- branch-labels: audit

-- upgrade
CREATE TABLE audit (line text);
INSERT INTO audit VALUES ('z01');

-- downgrade
DROP TABLE audit;
