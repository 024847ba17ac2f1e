package dev.tandem.local.launcher.shopdata;

import dev.tandem.core.settings.PostgresSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What stands in the database, for tests to look at. */
public final class ShopRows {
    private final PostgresSettings postgres;

    public ShopRows(PostgresSettings postgres) {
        this.postgres = postgres;
    }

    /** The rows of a query, columns separated by a blank. */
    public List<String> select(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        postgres.url(), postgres.user(), postgres.password().reveal());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The change number of every user, item and order. */
    public List<String> changeNumbers() {
        return select("SELECT 'user', user_id, change_number FROM users UNION ALL"
                + " SELECT 'item', item_id, change_number FROM items UNION ALL"
                + " SELECT 'order', order_id, change_number FROM orders ORDER BY 1, 2");
    }
}
