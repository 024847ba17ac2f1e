-- What left without a row to show for it: a deleted order, the buyer whom an order had before it went to another or to
-- nobody, a deleted user, a deleted item. change_number is that of the transaction, as in every table that is followed;
-- a job that follows them removes what it has taken over.
--   kind 'order': order_id, and the user_id that it had; null where nobody was signed in
--   kind 'user', 'item': user_id, item_id
CREATE TABLE departures (
  tenant_id        text   NOT NULL REFERENCES tenants ON DELETE CASCADE,
  departure_number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  kind             text   NOT NULL CHECK (kind IN ('order', 'user', 'item')),
  order_id         text,
  user_id          text,
  item_id          text,
  change_number    bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
  PRIMARY KEY (tenant_id, departure_number)
);
CREATE INDEX departures_by_change ON departures (tenant_id, kind, change_number);

CREATE FUNCTION log_departed_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO departures (tenant_id, kind, order_id, user_id) VALUES (OLD.tenant_id, 'order', OLD.order_id, OLD.user_id);
  RETURN NULL;
END $$;

CREATE FUNCTION log_departed_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO departures (tenant_id, kind, user_id) VALUES (OLD.tenant_id, 'user', OLD.user_id);
  RETURN NULL;
END $$;

CREATE FUNCTION log_departed_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO departures (tenant_id, kind, item_id) VALUES (OLD.tenant_id, 'item', OLD.item_id);
  RETURN NULL;
END $$;

CREATE TRIGGER orders_deleted AFTER DELETE ON orders
  FOR EACH ROW EXECUTE FUNCTION log_departed_order();
CREATE TRIGGER orders_moved AFTER UPDATE ON orders
  FOR EACH ROW
  WHEN ((OLD.tenant_id, OLD.order_id, OLD.user_id) IS DISTINCT FROM (NEW.tenant_id, NEW.order_id, NEW.user_id))
  EXECUTE FUNCTION log_departed_order();
CREATE TRIGGER users_deleted AFTER DELETE ON users
  FOR EACH ROW EXECUTE FUNCTION log_departed_user();
CREATE TRIGGER users_renamed AFTER UPDATE ON users
  FOR EACH ROW WHEN ((OLD.tenant_id, OLD.user_id) IS DISTINCT FROM (NEW.tenant_id, NEW.user_id))
  EXECUTE FUNCTION log_departed_user();
CREATE TRIGGER items_deleted AFTER DELETE ON items
  FOR EACH ROW EXECUTE FUNCTION log_departed_item();
CREATE TRIGGER items_renamed AFTER UPDATE ON items
  FOR EACH ROW WHEN ((OLD.tenant_id, OLD.item_id) IS DISTINCT FROM (NEW.tenant_id, NEW.item_id))
  EXECUTE FUNCTION log_departed_item();

-- TRUNCATE names no row. The marks go back to the beginning, so that the next run compares everything.
CREATE FUNCTION forget_sync_marks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE sync_marks SET change_number = 0;
  RETURN NULL;
END $$;

CREATE TRIGGER users_truncated AFTER TRUNCATE ON users EXECUTE FUNCTION forget_sync_marks();
CREATE TRIGGER items_truncated AFTER TRUNCATE ON items EXECUTE FUNCTION forget_sync_marks();
CREATE TRIGGER orders_truncated AFTER TRUNCATE ON orders EXECUTE FUNCTION forget_sync_marks();
CREATE TRIGGER order_lines_truncated AFTER TRUNCATE ON order_lines EXECUTE FUNCTION forget_sync_marks();

-- A line that goes to another order changes the one that it leaves too.
CREATE TRIGGER order_lines_moved AFTER UPDATE ON order_lines
  REFERENCING OLD TABLE AS changed_lines FOR EACH STATEMENT EXECUTE FUNCTION stamp_orders_of_lines();

-- An order is deleted with what stands on it. A user or item that an order names stays undeletable.
ALTER TABLE order_lines DROP CONSTRAINT order_lines_tenant_id_order_id_fkey,
  ADD FOREIGN KEY (tenant_id, order_id) REFERENCES orders ON DELETE CASCADE;
ALTER TABLE order_charges DROP CONSTRAINT order_charges_tenant_id_order_id_fkey,
  ADD FOREIGN KEY (tenant_id, order_id) REFERENCES orders ON DELETE CASCADE;

-- What departed before this log began is found by a comparison of everything, once.
UPDATE sync_marks SET change_number = 0;

-- A discount that can be given. discount is per cent of the price, or an amount in the shop's currency. category and
-- item_ids say what it is for; with neither it is for everything. It is live from valid_from until before valid_until,
-- unless it was withdrawn; a null bound is none.
CREATE TABLE coupons (
  tenant_id     text          NOT NULL REFERENCES tenants,
  coupon_id     text          NOT NULL CHECK (length(coupon_id) BETWEEN 1 AND 128),
  name          text          NOT NULL,
  discount_kind text          NOT NULL CHECK (discount_kind IN ('percent', 'amount')),
  discount      numeric(12,2) NOT NULL CHECK (discount > 0 AND (discount_kind <> 'percent' OR discount <= 100)),
  category      text,
  item_ids      text[]        NOT NULL DEFAULT '{}',
  valid_from    timestamptz,
  valid_until   timestamptz,
  withdrawn_at  timestamptz,
  attributes    jsonb         NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, coupon_id),
  CHECK (valid_from < valid_until)
);

CREATE INDEX items_out_of_stock ON items (tenant_id, item_id) WHERE NOT in_stock;
