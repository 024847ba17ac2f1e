-- The system of record: tenants, users, items and orders. Every key begins with the tenant.
--
-- change_number is the id of the transaction that last wrote the row. A reader that remembers a snapshot's xmin and
-- later asks for change_number >= that xmin sees every row that was committed meanwhile, late commits included, and no
-- row twice: no clock and no overlap is involved. An order and its lines change together: writing a line stamps its order.

CREATE FUNCTION stamp_change_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.change_number := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END $$;

CREATE TABLE tenants (
  tenant_id     text        PRIMARY KEY CHECK (tenant_id ~ '^[a-z0-9][a-z0-9_-]{0,62}$' AND tenant_id <> 'all'),
  name          text        NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE users (
  tenant_id     text        NOT NULL REFERENCES tenants,
  user_id       text        NOT NULL CHECK (length(user_id) BETWEEN 1 AND 128),
  name          text,
  attributes    jsonb       NOT NULL DEFAULT '{}',
  registered_at timestamptz NOT NULL,
  change_number bigint      NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, user_id)
);

CREATE TABLE items (
  tenant_id     text          NOT NULL REFERENCES tenants,
  item_id       text          NOT NULL CHECK (length(item_id) BETWEEN 1 AND 128),
  name          text          NOT NULL,
  category      text          NOT NULL CHECK (length(category) BETWEEN 1 AND 128 AND category <> '*'),
  price         numeric(12,2) CHECK (price >= 0),
  in_stock      boolean       NOT NULL DEFAULT true,
  attributes    jsonb         NOT NULL DEFAULT '{}',
  change_number bigint        NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, item_id)
);

-- kind 'sale': the lines were bought. kind 'cancellation': a document of its own by which the lines were given back.
-- cancelled_at: this sale was called off as a whole. user_id is null where nobody was signed in.
CREATE TABLE orders (
  tenant_id     text        NOT NULL REFERENCES tenants,
  order_id      text        NOT NULL CHECK (length(order_id) BETWEEN 1 AND 128),
  user_id       text,
  ordered_at    timestamptz NOT NULL,
  kind          text        NOT NULL DEFAULT 'sale' CHECK (kind IN ('sale', 'cancellation')),
  cancelled_at  timestamptz,
  change_number bigint      NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, order_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users
);
CREATE INDEX orders_by_change ON orders (tenant_id, change_number);
CREATE INDEX orders_by_time ON orders (tenant_id, ordered_at);

CREATE TABLE order_lines (
  tenant_id     text          NOT NULL,
  order_id      text          NOT NULL,
  line_number   integer       NOT NULL CHECK (line_number > 0),
  item_id       text          NOT NULL,
  quantity      integer       NOT NULL CHECK (quantity > 0),
  unit_price    numeric(12,4) NOT NULL CHECK (unit_price >= 0),
  PRIMARY KEY (tenant_id, order_id, line_number),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders,
  FOREIGN KEY (tenant_id, item_id) REFERENCES items
);

-- What stands on an order and is no item: postage, fees, vouchers, manual corrections. Amounts may be negative.
CREATE TABLE order_charges (
  tenant_id     text          NOT NULL,
  order_id      text          NOT NULL,
  line_number   integer       NOT NULL CHECK (line_number > 0),
  code          text          NOT NULL,
  description   text,
  quantity      integer       NOT NULL,
  unit_price    numeric(14,4) NOT NULL,
  PRIMARY KEY (tenant_id, order_id, line_number),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders
);

-- Rows of an imported file that could not become orders, whole and with the reason.
CREATE TABLE import_rejects (
  tenant_id     text        NOT NULL REFERENCES tenants,
  source        text        NOT NULL,
  row_number    bigint      NOT NULL,
  reason        text        NOT NULL,
  payload       text        NOT NULL,
  PRIMARY KEY (tenant_id, source, row_number)
);

CREATE TRIGGER users_change BEFORE INSERT OR UPDATE ON users
  FOR EACH ROW EXECUTE FUNCTION stamp_change_number();
CREATE TRIGGER items_change BEFORE INSERT OR UPDATE ON items
  FOR EACH ROW EXECUTE FUNCTION stamp_change_number();
CREATE TRIGGER orders_change BEFORE INSERT OR UPDATE ON orders
  FOR EACH ROW EXECUTE FUNCTION stamp_change_number();

-- A statement over many lines stamps each of their orders once; orders written by the same transaction are stamped already.
CREATE FUNCTION stamp_orders_of_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE orders o SET change_number = 0
  FROM (SELECT DISTINCT tenant_id, order_id FROM changed_lines) c
  WHERE o.tenant_id = c.tenant_id AND o.order_id = c.order_id
    AND o.change_number <> pg_current_xact_id()::text::bigint;
  RETURN NULL;
END $$;

CREATE TRIGGER order_lines_inserted AFTER INSERT ON order_lines
  REFERENCING NEW TABLE AS changed_lines FOR EACH STATEMENT EXECUTE FUNCTION stamp_orders_of_lines();
CREATE TRIGGER order_lines_updated AFTER UPDATE ON order_lines
  REFERENCING NEW TABLE AS changed_lines FOR EACH STATEMENT EXECUTE FUNCTION stamp_orders_of_lines();
CREATE TRIGGER order_lines_deleted AFTER DELETE ON order_lines
  REFERENCING OLD TABLE AS changed_lines FOR EACH STATEMENT EXECUTE FUNCTION stamp_orders_of_lines();
