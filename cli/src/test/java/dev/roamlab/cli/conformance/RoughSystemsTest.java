package dev.roamlab.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.cli.conformance.between.Guise;
import dev.roamlab.cli.conformance.between.Letter;
import dev.roamlab.cli.conformance.between.Relay;
import dev.roamlab.cli.conformance.between.Way;
import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.engine.RunListener;
import dev.roamlab.conformance.subject.Sut.Timings;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.reports.RequirementResult;
import dev.roamlab.reports.Run;
import dev.roamlab.reports.Verdict;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the network does is no verdict on the system: each run ends in time, and blames nobody for it. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT) // they mostly wait
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RoughSystemsTest {
    private static final SpecVersion VERSION = SpecVersion.V2_2_1;
    private static final Set<String> ONLY = Set.of("VER", "TRN", "LOC");
    /** With every answer late, so much is enough. */
    private static final Set<String> FEW = Set.of("VER");

    private static final Timings SHORT = new Timings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofMillis(200),
            Duration.ofSeconds(5));

    private Vertx vertx;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(SutRole.class)
    void a_slow_system_is_not_blamed(SutRole role) throws Exception {
        Way slow = (request, onward) -> onward.apply(request)
                .compose(answer -> vertx.timer(300, TimeUnit.MILLISECONDS).map(answer));

        assertFair(examined(role, FEW, relay -> slow, Duration.ofMinutes(2)), FEW);
    }

    @ParameterizedTest
    @EnumSource(SutRole.class)
    void an_endpoint_that_never_answers_is_an_error_of_ours(SutRole role) throws Exception {
        Way hanging = (request, onward) ->
                request.uri().contains("/locations") ? Promise.<Letter>promise().future() : onward.apply(request);

        Run run = examined(role, relay -> hanging);

        assertFair(run);
        assertThat(verdicts(run)).contains(Verdict.ERROR, Verdict.PASSED);
    }

    @ParameterizedTest
    @EnumSource(SutRole.class)
    void connections_that_drop_at_random_are_nobodys_fault(SutRole role) throws Exception {
        Random dice = new Random(7);
        AtomicInteger calls = new AtomicInteger();
        // Half of them are lost on the way there, half on the way back, when the request has had its effect already.
        Way dropping = (request, onward) -> {
            boolean lost = calls.incrementAndGet() > 8 && dice.nextInt(5) == 0;
            return !lost
                    ? onward.apply(request)
                    : dice.nextBoolean() ? gone() : onward.apply(request).compose(answer -> gone());
        };

        assertFair(examined(role, relay -> dropping));
    }

    @ParameterizedTest
    @EnumSource(SutRole.class)
    void a_system_that_is_unavailable_half_of_the_time_is_not_blamed(SutRole role) throws Exception {
        Random dice = new Random(11);
        Way busy = (request, onward) -> dice.nextBoolean()
                ? Future.succeededFuture(request.answer(503, "<html>Service Unavailable</html>"))
                : onward.apply(request);

        Run run = examined(role, relay -> busy);

        assertFair(run);
    }

    @ParameterizedTest
    @EnumSource(SutRole.class)
    void a_system_that_dies_in_the_middle_leaves_errors_behind(SutRole role) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Function<Relay, Way> dying = relay -> (request, onward) -> {
            if (calls.incrementAndGet() == 60) {
                relay.close();
            }
            return calls.get() >= 60 ? gone() : onward.apply(request);
        };

        Run run = examined(role, dying);

        assertFair(run);
        assertThat(run.results().stream().map(RequirementResult.class::cast).map(RequirementResult::message))
                .anyMatch(message -> message.contains("the system stopped answering at "));
    }

    @Test
    void a_run_that_takes_too_long_ends_with_honest_verdicts() throws Exception {
        Way slow = (request, onward) -> onward.apply(request)
                .compose(answer -> vertx.timer(300, TimeUnit.MILLISECONDS).map(answer));

        Run run = examined(SutRole.CPO, ONLY, relay -> slow, Duration.ofSeconds(5));

        assertFair(run);
        assertThat(run.results().stream().map(RequirementResult.class::cast).map(RequirementResult::message))
                .anyMatch(message -> message.contains("the time limit of the run (5.0 s) was over"));
    }

    private Run examined(SutRole role, Function<Relay, Way> way) throws Exception {
        return examined(role, ONLY, way, Duration.ofMinutes(2));
    }

    private Run examined(SutRole role, Set<String> only, Function<Relay, Way> way, Duration atMost) throws Exception {
        Relay in = Relay.start(vertx, Way.PLAIN).await(20, TimeUnit.SECONDS);
        in.go(way.apply(in));
        Relay out = Relay.start(vertx, Way.PLAIN).await(20, TimeUnit.SECONDS);
        out.target(OurNode.freePort());
        return OurNode.examined(role, only, SHORT, atMost, Guise.NONE, RunListener.NONE, in, out, VERSION);
    }

    private static <T> Future<T> gone() {
        return Future.failedFuture("gone");
    }

    private static void assertFair(Run run) {
        assertFair(run, ONLY);
    }

    /** Nothing failed, and every entry of the catalogue has its result. */
    private static void assertFair(Run run, Set<String> only) {
        assertThat(run.results().stream()
                        .map(RequirementResult.class::cast)
                        .filter(result -> result.verdict() == Verdict.FAILED)
                        .map(result ->
                                result.requirement() + " " + result.check().orElse("") + ": " + result.message()))
                .isEmpty();
        assertThat(run.results()).hasSize((int) Catalogue.load().of(VERSION).all().stream()
                .filter(one -> only.stream().anyMatch(one.id()::startsWith))
                .count());
    }

    private static List<Verdict> verdicts(Run run) {
        return run.results().stream()
                .map(RequirementResult.class::cast)
                .map(RequirementResult::verdict)
                .toList();
    }
}
