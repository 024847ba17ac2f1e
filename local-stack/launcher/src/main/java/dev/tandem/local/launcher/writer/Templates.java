package dev.tandem.local.launcher.writer;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * How each tenant writes: from {@code TENANT.properties} in a folder, else from what Tandem brings along. A tenant's file has
 * its {@code language}, {@code currency} and {@code time-zone}, the names of its categories as {@code category.ID}, and phrases
 * of its own as {@code LANGUAGE.PHRASE}; whatever it lacks is as in Tandem's own English and German.
 */
final class Templates {
    private static final String ENDING = ".properties";

    private final Map<String, Wording> tenants = new HashMap<>();
    private final Optional<String> language;

    private Templates(Optional<String> language) {
        this.language = language;
    }

    /**
     * Reads a folder.
     *
     * @param folder empty for what Tandem brings along alone
     * @param language of all messages; empty for each tenant's own
     * @throws TandemException of kind CONFIGURATION that says all that is wrong with a file
     */
    static Templates open(Optional<Path> folder, Optional<String> language) {
        Templates templates = new Templates(language);
        folder.ifPresent(templates::readAll);
        return templates;
    }

    /** How a tenant writes. */
    Wording of(TenantId tenant) {
        return tenants.computeIfAbsent(tenant.value(), id -> {
            String own = "tenant-" + id + ENDING;
            return new WordingFile("Tandem's " + own, resource(own), Templates::resourceOf).wording(language);
        });
    }

    private void readAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString();
                TenantId tenant = new TenantId(name.substring(0, name.length() - ENDING.length()));
                try (Reader reader = Files.newBufferedReader(file)) {
                    tenants.put(
                            tenant.value(),
                            new WordingFile(file.toString(), properties(reader), Templates::resourceOf)
                                    .wording(language));
                }
            }
        } catch (IOException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "--templates is '%s', which cannot be read (%s); name a folder of TENANT.properties in UTF-8"
                            .formatted(folder, e),
                    e);
        }
    }

    /** Tandem's own texts of a language; empty where it has none. */
    private static Properties resourceOf(String language) {
        return resource(language + ENDING);
    }

    private static Properties resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            return in == null ? new Properties() : properties(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties properties(Reader reader) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        return properties;
    }
}
