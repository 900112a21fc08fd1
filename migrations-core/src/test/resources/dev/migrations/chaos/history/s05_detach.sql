-- revision: s05
-- down-revision: s04
-- message: Detach a partition

-- upgrade
UPDATE counter SET n = n + 1;
ALTER TABLE event DETACH PARTITION event_3 CONCURRENTLY;
INSERT INTO log VALUES ('s05');

-- downgrade
ALTER TABLE event_3 DROP CONSTRAINT event_3_id_check;
ALTER TABLE event ATTACH PARTITION event_3 FOR VALUES FROM (300) TO (400);
