-- revision: c0ffee000001
-- replaces: a00000000001, a00000000002
-- message: The shop

-- upgrade
CREATE TABLE shop_of_its_own ();

-- downgrade
DROP TABLE shop_of_its_own;
