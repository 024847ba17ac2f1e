/**
 * The import of real orders: UCI "Online Retail" CSV files into PostgreSQL, with an account of every row. A row's own
 * fate is decided by {@link InvoiceRowParser}, what depends on its neighbours by {@link InvoiceAssembly}.
 */
@NullMarked
package dev.tandem.local.launcher.onlineretail;

import org.jspecify.annotations.NullMarked;
