-- revision: 5f0c9a1b7e24
-- message: Adopt the schema of Flyway
-- adopts: flyway 2

-- New databases get the schema below. A database that had it before counts as having it once
-- the command adopt has run there; what never ran there is not compared with this text.

-- upgrade
SET LOCAL check_function_bodies = off;

CREATE TYPE public.order_status AS ENUM (
    'new',
    'paid',
    'sent'
);

CREATE FUNCTION public.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  -- upgrade
  NEW.changed_at := now();
  RETURN NEW;
END
$$;

CREATE TABLE public.customers (
    id bigint NOT NULL,
    email text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.customers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.customers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.orders (
    id bigint NOT NULL,
    customer_id bigint NOT NULL,
    status public.order_status DEFAULT 'new'::public.order_status NOT NULL,
    total numeric(12,2) NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT orders_total_check CHECK ((total >= (0)::numeric))
);

COMMENT ON COLUMN public.orders.total IS 'With tax';

CREATE VIEW public.open_orders AS
 SELECT orders.id,
    customers.email,
    orders.total
   FROM (public.orders
     JOIN public.customers ON ((customers.id = orders.customer_id)))
  WHERE (orders.status = 'new'::public.order_status);

CREATE SEQUENCE public.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;

ALTER TABLE ONLY public.orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX ux_customers_email ON public.customers USING btree (lower(email));

CREATE TRIGGER touch_orders BEFORE UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.touch();

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id);

-- irreversible: it stands for a schema that was there before
