package dev.tandem.core.topn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstructionsTest {
    @Test
    void ranksInPlainJavaWhereTheJvmHasNotTheModule() throws IOException, InterruptedException {
        assertThat(inANewJvm(List.of())).isEqualTo("PLAIN 1 2");
    }

    @Test
    void ranksWithVectorInstructionsWhereTheJvmHasTheModule() throws IOException, InterruptedException {
        assertThat(inANewJvm(List.of("--add-modules=jdk.incubator.vector"))).isEqualTo("VECTOR 1 2");
    }

    private static String inANewJvm(List<String> flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BestInstructions.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed.strip();
    }
}
