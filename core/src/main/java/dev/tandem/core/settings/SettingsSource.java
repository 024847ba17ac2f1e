package dev.tandem.core.settings;

/**
 * A class whose fields carry picocli's {@code @Option}: one option a setting, with its default and a description. An
 * option {@code --a.b-c} may also be given as environment variable {@code TANDEM_A_B_C}; one of type {@link Secret} only
 * so.
 *
 * @param <T> the record that the process works with
 */
public interface SettingsSource<T> {
    /** The settings as a record; what the values contradict among themselves is thrown as a TandemException. */
    T toSettings();
}
