-- revision: m01
-- down-revision: a02, b02
-- message: Join stock and places

-- upgrade

-- downgrade
