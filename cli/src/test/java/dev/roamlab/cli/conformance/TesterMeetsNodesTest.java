package dev.roamlab.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.LivingCharge;
import dev.roamlab.conformance.tester.LivingCharges;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.tester.Tester;
import dev.roamlab.conformance.wire.Evidence;
import dev.roamlab.conformance.wire.Recorder;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.scenarios.operator.SelfSettings;
import dev.roamlab.scenarios.operator.SelfSubject;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The conformance suite's counterpart and our own nodes: two strangers that agree only by the specification. */
class TesterMeetsNodesTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final Vertx vertx = Vertx.vertx();
    private final Evidence evidence = new Evidence();

    @SuppressWarnings("NullAway.Init")
    private SelfSubject subject;

    @SuppressWarnings("NullAway.Init")
    private Tester tester;

    private Platform meet(Role role, SpecVersion version) throws Exception {
        subject = SelfSubject.start(SelfSettings.of(role, 7)).await(60, TimeUnit.SECONDS);
        SutRole sutRole = role == Role.CPO ? SutRole.CPO : SutRole.EMSP;
        var sut = new Sut(
                URI.create(subject.versionsUrl()),
                subject.tokenA().value(),
                sutRole,
                List.of(),
                new Sut.TesterAddress(new Party("NL", "TSA"), "127.0.0.1", 0, Optional.empty()),
                Sut.Known.NOTHING,
                Sut.Timings.DEFAULT,
                new Sut.Limits(true, Set.of()),
                Sut.TriggerSettings.NONE,
                Set.of());
        var recorder = new Recorder(evidence, new ExchangeLog(Clock.systemUTC()), "tester", "sut");
        tester = Tester.start(vertx, recorder, evidence, sut, "T1A2B3");
        tester.enrolment(tester.main()).register(version);
        return tester.main();
    }

    @AfterEach
    void stop() throws Exception {
        tester.close();
        subject.close().await(30, TimeUnit.SECONDS);
        vertx.close().await(30, TimeUnit.SECONDS);
    }

    private static Predicate<WireExchange> is(String method, String module, Side side) {
        return exchange -> exchange.method().equals(method)
                && exchange.target().filter(target -> target.is(module, side)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void our_cpo_tells_its_sessions_takes_tokens_and_lets_the_tester_go(SpecVersion version) throws Exception {
        Platform emsp = meet(Role.CPO, version);
        assertThat(emsp.await(is("PUT", "sessions", Side.RECEIVER), SOON))
                .hasValueSatisfying(told -> assertThat(told.accepted()).isTrue());
        URI locations =
                emsp.relation().orElseThrow().endpoint("locations", Side.SENDER).orElseThrow();
        assertThat(tester.caller().send(emsp.routedManners().get(locations)).data())
                .isNotEmpty();

        ObjectNode token = emsp.samples().tokens().full(version);
        WireExchange pushed = tester.push(emsp)
                .send(
                        "PUT",
                        "tokens",
                        token,
                        Optional.empty(),
                        token.path("uid").asText())
                .orElseThrow();

        assertThat(pushed.accepted()).as(pushed.responseBody().text()).isTrue();
        assertThat(tester.enrolment(emsp).rotate().answer().accepted()).isTrue();
        assertThat(tester.enrolment(emsp).unregister().accepted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void our_emsp_registers_with_the_tester_pulls_and_takes_a_charge(SpecVersion version) throws Exception {
        Platform cpo = meet(Role.EMSP, version);
        assertThat(cpo.await(is("GET", "locations", Side.SENDER), SOON))
                .hasValueSatisfying(pull -> assertThat(pull.accepted()).isTrue());
        assertThat(cpo.await(is("GET", "tariffs", Side.SENDER), SOON)).isPresent();

        URI tokens =
                cpo.relation().orElseThrow().endpoint("tokens", Side.SENDER).orElseThrow();
        ObjectNode token = (ObjectNode)
                tester.caller().send(cpo.routedManners().get(tokens)).data().get(0);
        LivingCharges charges = tester.charges(cpo);
        Instant end = Instant.now();
        LivingCharge charge = charges.start(
                token, charges.anyFree().orElseThrow(), "WHITELIST", Optional.empty(), end.minusSeconds(3600));
        for (WireExchange told : List.of(
                charge.reading(new BigDecimal("4.2"), end.minusSeconds(1200)).orElseThrow(),
                charge.reading(new BigDecimal("9.9"), end).orElseThrow(),
                charge.complete().orElseThrow(),
                charge.postCdr().orElseThrow())) {
            assertThat(told.accepted()).as(told.responseBody().text()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void what_the_tester_offers_is_taken_by_our_emsp_without_a_complaint(SpecVersion version) throws Exception {
        Platform cpo = meet(Role.EMSP, version);
        for (String module : List.of("locations", "tariffs")) {
            assertThat(cpo.await(is("GET", module, Side.SENDER), SOON)).isPresent();
        }
        for (ObjectNode location : cpo.owned("locations").list()) {
            WireExchange told = tester.push(cpo)
                    .send(
                            "PUT",
                            "locations",
                            location,
                            Optional.empty(),
                            location.path("id").asText())
                    .orElseThrow();
            assertThat(told.accepted()).as(told.responseBody().text()).isTrue();
        }
        for (ObjectNode tariff : cpo.owned("tariffs").list()) {
            WireExchange told = tester.push(cpo)
                    .send(
                            "PUT",
                            "tariffs",
                            tariff,
                            Optional.empty(),
                            tariff.path("id").asText())
                    .orElseThrow();
            assertThat(told.accepted()).as(told.responseBody().text()).isTrue();
        }
        ObjectNode patch = JsonNodeFactory.instance
                .objectNode()
                .put("name", "Renamed")
                .put("last_updated", Instant.now().toString());
        ObjectNode first = cpo.owned("locations").list().get(0);
        assertThat(tester.push(cpo)
                        .send(
                                "PATCH",
                                "locations",
                                patch,
                                Optional.empty(),
                                first.path("id").asText())
                        .orElseThrow()
                        .accepted())
                .isTrue();
    }
}
