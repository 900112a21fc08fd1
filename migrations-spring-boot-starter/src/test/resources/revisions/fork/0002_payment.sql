-- revision: b00000000002
-- down-revision: b00000000001
-- branch-labels: payments
-- message: Create payment

-- upgrade
CREATE TABLE payment (id bigint PRIMARY KEY);

-- downgrade
DROP TABLE payment;
