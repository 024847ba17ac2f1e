package dev.tandem.local.launcher.onlineretail;

import dev.tandem.local.launcher.onlineretail.InvoiceAssembly.Origin;
import dev.tandem.local.launcher.shopdata.LoadCounts;
import dev.tandem.local.launcher.shopdata.ShopLoader;
import java.util.List;

/** The import itself: look at all files, read them in order, write everything in one transaction. */
final class OnlineRetailImport {
    private static final String TENANT_NAME = "Online Retail";

    private OnlineRetailImport() {}

    /** Is told how far the import is. */
    interface Progress {
        void read(String file, long rows, long ofRows);

        /** All is read; what is new or different is about to be written. */
        void writing();
    }

    /** What was read, and what that changed. */
    record Result(ImportAccount account, LoadCounts counts) {}

    static Result run(ImportOnlineRetailConfig config, Progress progress) {
        List<OnlineRetailFile> files =
                config.files().stream().map(OnlineRetailFile::inspect).toList();
        try (ShopLoader shop = ShopLoader.open(config.postgres(), config.tenant(), TENANT_NAME)) {
            InvoiceAssembly assembly = new InvoiceAssembly(shop);
            files.forEach(file -> read(file, config, assembly, progress));
            ImportAccount account = assembly.finish();
            progress.writing();
            LoadCounts counts =
                    shop.commit(files.stream().map(OnlineRetailFile::name).toList());
            return new Result(account, counts);
        }
    }

    private static void read(
            OnlineRetailFile file, ImportOnlineRetailConfig config, InvoiceAssembly assembly, Progress progress) {
        InvoiceRowParser parser = new InvoiceRowParser(file.header(), config.zone());
        file.forEachRow((number, line) -> {
            assembly.add(new Origin(file.name(), number, line), parser.parse(line));
            progress.read(file.name(), number - 1, file.lines() - 1);
        });
    }
}
