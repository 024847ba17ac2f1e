package dev.tandem.serving.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DocsEndpointTest {
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = new RunningApi();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void theDescriptionIsServedAsItIs() {
        Answer answer = api.get("/openapi.yaml");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(answer.text()).startsWith("openapi: 3");
    }

    @Test
    void thePageLoadsFromNowhereButHere() {
        Answer page = api.get("/docs");

        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self'");
        assertThat(page.text()).doesNotContain("://", "<script>", "style=");
    }

    @Test
    void everythingThatThePageNamesIsThere() {
        Matcher named = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(api.get("/docs").text());

        assertThat(named.results().map(found -> found.group(1)))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(path -> assertThat(api.get(path).status()).isEqualTo(200));
    }

    @Test
    void scriptsAndStylesHaveTheirTypes() {
        assertThat(api.get("/docs/swagger-ui-bundle.js").header("Content-Type")).startsWith("text/javascript");
        assertThat(api.get("/docs/swagger-ui.css").header("Content-Type")).startsWith("text/css");
        assertThat(api.get("/docs/swagger-ui.css").header("X-Content-Type-Options"))
                .isEqualTo("nosniff");
    }
}
