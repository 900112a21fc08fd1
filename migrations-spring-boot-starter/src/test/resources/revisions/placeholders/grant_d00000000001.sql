-- revision: d00000000001
-- message: Grant
-- placeholders: app_role, Reader.of-orders, suffix

-- upgrade
CREATE TABLE orders (note text DEFAULT '${Reader.of-orders}${suffix}');
GRANT SELECT ON orders TO ${app_role};

-- downgrade
DROP TABLE orders;
