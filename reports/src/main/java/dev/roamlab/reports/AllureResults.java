package dev.roamlab.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.roamlab.lab.Exchange;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code allure-results/}: the files that the Allure command line makes its report of; docs/reports.md tells how. */
public final class AllureResults {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .addMixIn(Status.class, Spelled.class)
            .addMixIn(Stage.class, Spelled.class)
            .build();

    /** The names under which Allure gathers what did not pass; the words in front of the messages are ours. */
    private static final List<Map<String, Object>> CATEGORIES = List.of(
            category("Findings", "failed", ".*"),
            category("Could not be judged: our mistake, or the network's", "broken", ".*"),
            category("Inconclusive", "skipped", "inconclusive.*"),
            category("Not exercised", "skipped", "not exercised.*"),
            category("Not observable", "skipped", "not observable.*"),
            category("Not applicable", "skipped", "not applicable.*"),
            category("Skipped", "skipped", "skipped.*"));

    private AllureResults() {}

    /** One file of the folder. */
    public record File(String name, String text) {}

    /** All files of the folder, made one after the other as they are asked for. */
    public static Stream<File> render(Run run) {
        AllureResult results = new AllureResult(run);
        Set<Long> evidence = new HashSet<>();
        run.results().forEach(result -> evidence.addAll(result.exchanges()));
        run.requirements().stream()
                .flatMap(result -> result.deviations().stream())
                .forEach(deviation -> deviation.exchange().ifPresent(evidence::add));
        Stream<File> tests = run.results().stream().map(results::of).map(AllureResults::file);
        Stream<File> attachments = run.exchanges().stream()
                .filter(exchange -> evidence.contains(exchange.id()))
                .map(exchange -> new File(attachment(exchange), ExchangeText.render(exchange)));
        Stream<File> extras = Stream.of(
                new File("environment.properties", environment(run)), new File("categories.json", json(CATEGORIES)));
        return Stream.concat(Stream.concat(tests, attachments), extras);
    }

    static String attachment(Exchange exchange) {
        return "exchange-" + exchange.id() + "-attachment.txt";
    }

    private static File file(TestResult result) {
        return new File(result.getUuid() + "-result.json", json(result));
    }

    private static Map<String, Object> category(String name, String status, String message) {
        return Map.of("name", name, "matchedStatuses", List.of(status), "messageRegex", "(?s)" + message);
    }

    private static String environment(Run run) {
        StringBuilder text = new StringBuilder();
        text.append("Subject=").append(run.subject().role()).append('\n');
        run.subject()
                .url()
                .ifPresent(url -> text.append("Address=").append(oneLine(url)).append('\n'));
        text.append("OCPI=").append(String.join(", ", run.subject().versions())).append('\n');
        run.suiteVersion()
                .ifPresent(version -> text.append("Suite=").append(version).append('\n'));
        return text.append("Seed=").append(run.seed()).append('\n').toString();
    }

    private static String oneLine(String text) {
        return text.replace("\\", "\\\\").replaceAll("\\R", " ");
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain objects", impossible);
        }
    }

    /** Allure spells its constants in lower case. */
    private interface Spelled {
        @JsonValue
        String value();
    }
}
