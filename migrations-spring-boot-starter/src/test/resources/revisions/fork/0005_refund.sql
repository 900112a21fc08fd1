-- revision: b00000000005
-- down-revision: b00000000004
-- message: Create refund

-- upgrade
CREATE TABLE refund (id bigint PRIMARY KEY);

-- downgrade
DROP TABLE refund;
