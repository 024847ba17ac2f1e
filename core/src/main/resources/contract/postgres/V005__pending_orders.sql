-- The way of orders that come as events: each is put here, and moved to orders as soon as nothing that it names is missing,
-- mostly in the same batch. What stays waits for a user or for items that are not there yet.
--   message: the order as topic tandem.orders.v1 has it; later messages of the order are laid over it
--   received_at: when the first of them came
--   is_due: it is to be looked at, since it is new or since something came that it may have waited for
--   missing_user, missing_items: what was not there when it was last looked at
CREATE TABLE pending_orders (
  tenant_id     text        NOT NULL REFERENCES tenants ON DELETE CASCADE,
  order_id      text        NOT NULL CHECK (length(order_id) BETWEEN 1 AND 128),
  message       jsonb       NOT NULL,
  received_at   timestamptz NOT NULL,
  is_due        boolean     NOT NULL DEFAULT true,
  missing_user  text,
  missing_items text[]      NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, order_id)
);
CREATE INDEX pending_orders_due ON pending_orders (tenant_id, order_id) WHERE is_due;
CREATE INDEX pending_orders_complete ON pending_orders (tenant_id, order_id)
  WHERE NOT is_due AND missing_user IS NULL AND missing_items = '{}';
CREATE INDEX pending_orders_by_user ON pending_orders (tenant_id, missing_user) WHERE missing_user IS NOT NULL;
CREATE INDEX pending_orders_by_item ON pending_orders USING gin (missing_items) WITH (fastupdate = off)
  WHERE missing_items <> '{}';
CREATE INDEX pending_orders_by_age ON pending_orders (received_at);
