-- revision: b00000000004
-- down-revision: b00000000002, b00000000003
-- message: Merge payments and search

-- upgrade


-- downgrade

