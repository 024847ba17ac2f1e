package dev.tandem.local.launcher.onlineretail;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.shop.TenantId;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What to import, and where to.
 *
 * @param files in the order in which they are read; no two of the same name, by which rejects are kept
 * @param zone the zone of the dates in the files
 */
public record ImportOnlineRetailConfig(List<Path> files, TenantId tenant, ZoneId zone, PostgresSettings postgres) {
    public ImportOnlineRetailConfig {
        files = List.copyOf(files);
        Set<String> names = new HashSet<>();
        for (Path file : files) {
            if (!names.add(String.valueOf(file.getFileName()))) {
                throw new TandemException(
                        FailureKind.INPUT,
                        "Two files are called %s; give each row once, and each file a name of its own."
                                .formatted(file.getFileName()));
            }
        }
    }
}
