package dev.tandem.serving.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tandem.serving.AnswerSettings;
import dev.tandem.serving.Availability;
import dev.tandem.serving.Dependencies;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.ServingApi;
import dev.tandem.serving.bestsellers.InMemoryBestSellerStore;
import dev.tandem.serving.demotion.Demotion;
import dev.tandem.serving.demotion.InMemoryDemotionStore;
import dev.tandem.serving.digest.InMemoryDigestStore;
import dev.tandem.serving.foldin.InMemoryFoldInModelStore;
import dev.tandem.serving.health.InMemoryStoreInspection;
import dev.tandem.serving.history.InMemoryHistoryStore;
import dev.tandem.serving.history.InMemoryOrderStore;
import dev.tandem.serving.http.ErrorCode;
import dev.tandem.serving.item.InMemoryItemStore;
import dev.tandem.serving.live.InMemoryLiveListStore;
import dev.tandem.serving.offer.InMemoryFeedbackStore;
import dev.tandem.serving.offer.InMemoryOfferStore;
import dev.tandem.serving.published.InMemoryPublishedListStore;
import dev.tandem.serving.recommendation.InMemoryPurchaseStore;
import dev.tandem.serving.stock.InMemoryStockStore;
import dev.tandem.serving.tenant.InMemoryTenantStore;
import dev.tandem.serving.trending.InMemoryTrendingStore;
import io.javalin.http.HandlerType;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OpenApiContractTest {
    private static final JsonNode DOCUMENT = document();

    @Test
    void everyRouteIsDescribedAndEveryDescriptionIsRouted() {
        assertThat(described("get")).isEqualTo(routes(HandlerType.GET));
        assertThat(described("post")).isEqualTo(routes(HandlerType.POST));
        assertThat(described("delete")).isEqualTo(routes(HandlerType.DELETE));
    }

    @Test
    void whatCanBeReadCanBeAskedForByHeadToo() {
        assertThat(routes(HandlerType.HEAD)).isEqualTo(routes(HandlerType.GET));
    }

    @Test
    void everyErrorCodeIsDescribedAndHasAnExample() {
        List<String> codes =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::word).toList();

        assertThat(texts(DOCUMENT.at("/components/schemas/Failure/properties/code/enum")))
                .containsExactlyInAnyOrderElementsOf(codes);
        assertThat(new HashSet<>(DOCUMENT.findValuesAsText("code"))).containsAll(codes);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(DOCUMENT.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        DOCUMENT.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void everyExampleHasTheFieldsOfItsSchemaAndNoOthers() {
        List<JsonNode> bodies = DOCUMENT.findValues("application/json");

        assertThat(bodies).hasSizeGreaterThan(10).allSatisfy(body -> {
            JsonNode schema = resolved(body.path("schema"));
            assertThat(body.path("examples")).isNotEmpty();
            body.path("examples")
                    .forEach(example -> assertThatItFits(resolved(example).path("value"), schema));
        });
    }

    private static void assertThatItFits(JsonNode value, JsonNode schema) {
        if (schema.path("properties").isObject()) {
            Set<String> fields = names(value);
            assertThat(names(schema.path("properties"))).containsAll(fields);
            assertThat(fields).containsAll(texts(schema.path("required")));
            fields.forEach(field -> assertThatItFits(
                    value.path(field), resolved(schema.path("properties").path(field))));
        } else if (value.isArray()) {
            value.forEach(element -> assertThatItFits(element, resolved(schema.path("items"))));
        } else if (schema.path("enum").isArray()) {
            assertThat(texts(schema.path("enum"))).contains(value.asText());
        }
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The paths that the document has a method of. */
    private static Set<String> described(String method) {
        return names(DOCUMENT.path("paths")).stream()
                .filter(path -> DOCUMENT.path("paths").path(path).has(method))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The paths of a method, without the pages for people. */
    private static Set<String> routes(HandlerType method) {
        Availability availability = new Availability();
        Duration any = Duration.ofSeconds(1);
        Dependencies dependencies = new Dependencies(
                new InMemoryTenantStore(availability),
                new InMemoryHistoryStore(availability),
                new InMemoryPublishedListStore(availability),
                new InMemoryPurchaseStore(availability),
                new InMemoryBestSellerStore(availability),
                new InMemoryTrendingStore(availability),
                new InMemoryLiveListStore(availability),
                new InMemoryFoldInModelStore(availability),
                new InMemoryOrderStore(availability),
                new InMemoryStockStore(availability),
                new InMemoryItemStore(availability),
                new InMemoryFeedbackStore(availability),
                new InMemoryOfferStore(availability),
                new InMemoryDigestStore(availability),
                new InMemoryDemotionStore(availability),
                new InMemoryStoreInspection(availability),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                new AnswerSettings(
                        RunningApi.SHOP,
                        RunningApi.SHOP,
                        RunningApi.STORE,
                        any,
                        any,
                        any,
                        any,
                        any,
                        any,
                        any,
                        any,
                        Demotion.Choice.ON));
        return ServingApi.create(dependencies).unsafe.internalRouter.allHttpHandlers().stream()
                .filter(route -> route.endpoint.method.equals(method))
                .map(route -> route.endpoint.path)
                .filter(path -> !path.startsWith(DocsPages.DOCS_PATH))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode document() {
        try (InputStream in = OpenApiContractTest.class.getResourceAsStream("/openapi.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
