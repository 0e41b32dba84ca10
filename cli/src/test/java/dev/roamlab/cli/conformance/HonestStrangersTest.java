package dev.roamlab.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.cli.conformance.between.Guise;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.reports.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A false accusation is worse than a miss: systems that are right in other ways than ours are not failed. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT) // they mostly wait
class HonestStrangersTest {
    static Map<String, Guise> guises() {
        Map<String, Guise> guises = new LinkedHashMap<>();
        guises.put("zulu", Guise.withoutZulu());
        guises.put("milliseconds", Guise.withMilliseconds());
        guises.put("extra", Guise.withExtraFields());
        guises.put("nulls", Guise.withNulls());
        guises.put("lowercase", Guise.withLowerCaseIds());
        guises.put("fractions", Guise.withFractions());
        guises.put("headers", Guise.withSmallHeaderNames());
        guises.put("type", Guise.withContentType("application/json"));
        guises.put("charset", Guise.withContentType("Application/JSON;charset=UTF-8"));
        guises.put("pretty", Guise.prettyPrinted());
        guises.put("queries", Guise.withQueries());
        guises.put("silent", Guise.silent());
        guises.put("chatty", Guise.chatty());
        guises.put("200", Guise.withStatus(201, 200));
        guises.put("201", Guise.withStatus(200, 201));
        guises.put("html", Guise.withPlainErrors());
        guises.put("page1", Guise.paged(1));
        guises.put("page10000", Guise.paged(10_000));
        return guises;
    }

    static Stream<Arguments> strangers() {
        Guise looks = Guise.withoutZulu()
                .and(Guise.withExtraFields())
                .and(Guise.withNulls())
                .and(Guise.withSmallHeaderNames())
                .and(Guise.prettyPrinted())
                .and(Guise.withQueries())
                .and(Guise.paged(1));
        return Stream.of(SutRole.values())
                .flatMap(role -> Stream.of(
                        Arguments.of(role, "all looks", looks), Arguments.of(role, "silent", Guise.silent())));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("strangers")
    void no_honest_stranger_is_failed(SutRole role, String name, Guise guise) throws Exception {
        assertThat(Twice.found(Set.of(Verdict.FAILED, Verdict.ERROR), () -> OurNode.examined(role, Set.of(), guise)))
                .isEmpty();
    }
}
