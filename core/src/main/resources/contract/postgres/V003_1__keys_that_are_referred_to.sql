-- Deleting a user or an item looks for orders that name it; without these, through all orders of all tenants each time.
CREATE INDEX orders_by_user ON orders (tenant_id, user_id);
CREATE INDEX order_lines_by_item ON order_lines (tenant_id, item_id);
