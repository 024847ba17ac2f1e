package dev.tandem.local.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.process.StopSignal;
import dev.tandem.local.services.server.StackFolders;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentsTest {
    private static final ProcessIdentity GONE =
            new ProcessIdentity(ProcessIdentity.current().pid(), Instant.EPOCH);

    private final List<String> notices = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void stopAll() {
        residents().all().forEach(residents()::stop);
    }

    @Test
    void whatAKilledLauncherLeftBehindIsStoppedAndSaidSo() {
        ProcessRecord orphan = start("kafka", GONE);

        residents().clean(notices::add);

        assertThat(orphan.process().isAlive()).isFalse();
        assertThat(residents().all()).isEmpty();
        assertThat(notices)
                .containsExactly("kafka (pid %d) was left behind by a launcher that was killed (pid %d): stopped"
                        .formatted(orphan.process().pid(), GONE.pid()));
    }

    @Test
    void whatRunsInTheBackgroundIsLeftAlone() {
        ProcessRecord background = start("kafka", null);

        residents().clean(notices::add);

        assertThat(background.process().isAlive()).isTrue();
        assertThat(residents().inBackground()).containsExactly(background);
        assertThat(notices).isEmpty();
    }

    @Test
    void aRecordWhosePidNowBelongsToAnotherProgramIsForgottenAndThatProgramLives() {
        new ProcessRecord("kafka", GONE, 1, StopSignal.TERM, GONE)
                .write(folders().record("kafka"));

        residents().clean(notices::add);

        assertThat(residents().all()).isEmpty();
        assertThat(ProcessIdentity.current().isAlive()).isTrue();
        assertThat(notices).isEmpty();
    }

    private ProcessRecord start(String name, @Nullable ProcessIdentity owner) {
        ProcessIdentity process =
                ChildProcess.start(List.of("sleep", "600"), folders().log(name));
        ProcessRecord record = new ProcessRecord(name, process, 1, StopSignal.TERM, owner == null ? process : owner);
        record.write(folders().record(name));
        return record;
    }

    private Residents residents() {
        return new Residents(folders());
    }

    private StackFolders folders() {
        return new StackFolders(folder, folder.resolve("var"));
    }
}
