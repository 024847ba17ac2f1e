-- Deleting a user or an item looks for orders that name it; without these, through all orders of all tenants each time.
-- The tenant stands last: a query by tenant alone must not take them for the primary key while statistics are missing.
CREATE INDEX orders_by_user ON orders (user_id, tenant_id);
CREATE INDEX order_lines_by_item ON order_lines (item_id, tenant_id);
