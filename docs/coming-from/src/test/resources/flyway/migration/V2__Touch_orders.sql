ALTER TABLE orders ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();

CREATE FUNCTION touch() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  -- upgrade
  NEW.changed_at := now();
  RETURN NEW;
END
$$;

CREATE TRIGGER touch_orders BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
