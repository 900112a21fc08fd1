-- revision: b1
-- message: Adopt the schema of Alembic
-- adopts: alembic 1975ea83b712

-- upgrade

-- irreversible: it stands for a schema that was there before
