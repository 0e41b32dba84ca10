package dev.roamlab.conformance.tester;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandsTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final TwoTesters two = new TwoTesters();
    private Platform emsp = two.emsp.main();
    private Platform cpo = two.cpo.main();

    @AfterEach
    void stop() throws Exception {
        two.close();
    }

    private WireExchange command(String name, ObjectNode body) {
        URI commands = emsp.relation()
                .orElseThrow()
                .endpoint("commands", Side.RECEIVER)
                .orElseThrow();
        return two.emsp.caller().send(emsp.routedManners().send("POST", URI.create(commands + "/" + name), body));
    }

    private ObjectNode token(SpecVersion version) {
        return emsp.samples().tokens().minimal(version);
    }

    private WireExchange awaited(String method, String module, Predicate<WireExchange> such) {
        return emsp.await(
                        exchange -> exchange.method().equals(method)
                                && exchange.target()
                                        .filter(target -> target.is(module, Side.RECEIVER))
                                        .isPresent()
                                && such.test(exchange),
                        SOON)
                .orElseThrow(() -> new AssertionError("no " + method + " " + module));
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void a_charge_that_was_commanded_lives_until_it_is_stopped_and_is_billed(SpecVersion version) {
        two.register(version);
        Spot spot = two.cpo.charges(cpo).anyFree().orElseThrow();
        ResponseUrl started = emsp.expectCommandResult();
        ObjectNode start = emsp.samples()
                .commands()
                .start(
                        version,
                        started.url(),
                        token(version),
                        spot.locationId(),
                        Optional.of(spot.evseUid()),
                        Optional.empty());

        WireExchange answer = command("START_SESSION", start);

        assertThat(answer.data().path("result").asText()).isEqualTo("ACCEPTED");
        assertThat(started.await(SOON))
                .hasValueSatisfying(result -> assertThat(
                                result.requestBody().json().path("result").asText())
                        .isEqualTo("ACCEPTED"));
        WireExchange session = awaited("PUT", "sessions", any -> true);
        assertThat(ObjectSchemas.of(version)
                        .check("Session", session.requestBody().json())
                        .findings())
                .isEmpty();
        assertThat(session.requestBody().json().path("authorization_reference"))
                .isEqualTo(start.path("authorization_reference"));
        awaited("PATCH", "sessions", any -> true);

        ResponseUrl stopped = emsp.expectCommandResult();
        String id = session.requestBody().json().path("id").asText();
        command("STOP_SESSION", emsp.samples().commands().stop(stopped.url(), id));

        assertThat(stopped.await(SOON)).isPresent();
        WireExchange cdr = awaited("POST", "cdrs", any -> true);
        assertThat(ObjectSchemas.of(version)
                        .check("CDR", cdr.requestBody().json())
                        .findings())
                .isEmpty();
        assertThat(cdr.status()).isEqualTo(201);
        assertThat(emsp.held("sessions").byId(id).orElseThrow().path("status").asText())
                .isEqualTo("COMPLETED");
        assertThat(emsp.held("sessions").byId(id).orElseThrow().path("charging_periods"))
                .isEqualTo(cdr.requestBody().json().path("charging_periods"));
    }

    @Test
    void what_is_not_known_is_said_so() {
        two.register(SpecVersion.V2_2_1);
        URI url = emsp.expectCommandResult().url();

        assertThat(command("STOP_SESSION", emsp.samples().commands().stop(url, "NOSUCH"))
                        .data()
                        .path("result")
                        .asText())
                .isEqualTo("UNKNOWN_SESSION");
        assertThat(command("UNLOCK_CONNECTOR", emsp.samples().commands().unlock(url, "NOSUCH", "1", "1"))
                        .ocpiStatus())
                .contains(2003);
        assertThat(command("NO_COMMAND", emsp.samples().commands().stop(url, "X"))
                        .data()
                        .path("result")
                        .asText())
                .isEqualTo("NOT_SUPPORTED");
    }

    @Test
    void a_reservation_keeps_the_place_until_it_is_cancelled() {
        two.register(SpecVersion.V2_3_0);
        Spot spot = two.cpo.charges(cpo).anyFree().orElseThrow();
        ResponseUrl reserved = emsp.expectCommandResult();
        ObjectNode reserve = emsp.samples()
                .commands()
                .reserve(
                        SpecVersion.V2_3_0,
                        reserved.url(),
                        token(SpecVersion.V2_3_0),
                        spot.locationId(),
                        Optional.of(spot.evseUid()));
        command("RESERVE_NOW", reserve);
        awaited(
                "PUT",
                "sessions",
                put -> put.requestBody().json().path("status").asText().equals("RESERVATION"));

        ResponseUrl refused = emsp.expectCommandResult();
        command(
                "START_SESSION",
                emsp.samples()
                        .commands()
                        .start(
                                SpecVersion.V2_3_0,
                                refused.url(),
                                token(SpecVersion.V2_3_0),
                                spot.locationId(),
                                Optional.of(spot.evseUid()),
                                Optional.empty()));
        assertThat(refused.await(SOON)
                        .orElseThrow()
                        .requestBody()
                        .json()
                        .path("result")
                        .asText())
                .isEqualTo("EVSE_OCCUPIED");

        ResponseUrl cancelled = emsp.expectCommandResult();
        command(
                "CANCEL_RESERVATION",
                emsp.samples()
                        .commands()
                        .cancel(cancelled.url(), reserve.path("reservation_id").asText()));
        awaited(
                "PUT",
                "sessions",
                put -> put.requestBody().json().path("status").asText().equals("INVALID"));
    }

    @Test
    void a_check_can_let_a_charge_of_an_hour_happen_at_once() {
        two.register(SpecVersion.V2_2_1);
        LivingCharges charges = two.cpo.charges(cpo);
        Instant end = Instant.now();
        LivingCharge charge = charges.start(
                token(SpecVersion.V2_2_1),
                charges.anyFree().orElseThrow(),
                "WHITELIST",
                Optional.empty(),
                end.minusSeconds(3600));

        assertThat(charge.reading(new BigDecimal("4"), end.minusSeconds(1800))
                        .orElseThrow()
                        .accepted())
                .isTrue();
        assertThat(charge.reading(new BigDecimal("9.5"), end).orElseThrow().accepted())
                .isTrue();
        assertThat(charge.complete().orElseThrow().accepted()).isTrue();
        assertThat(charge.postCdr().orElseThrow().responseHeaders().first("Location"))
                .isPresent();

        ObjectNode cdr = emsp.held("cdrs").list().get(0);
        assertThat(ObjectSchemas.of(SpecVersion.V2_2_1).check("CDR", cdr).findings())
                .isEmpty();
        assertThat(cdr.path("total_energy").decimalValue()).isEqualByComparingTo("9.5");
        assertThat(cpo.owned("cdrs").size()).isEqualTo(1);
    }

    @Test
    void preferences_are_for_sessions_that_go_on() {
        two.register(SpecVersion.V2_2_1);
        LivingCharges charges = two.cpo.charges(cpo);
        LivingCharge charge = charges.start(token(SpecVersion.V2_2_1), Optional.empty());
        URI sessions =
                emsp.relation().orElseThrow().endpoint("sessions", Side.SENDER).orElseThrow();
        ObjectNode preferences = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("profile_type", "REGULAR");

        WireExchange answer = two.emsp
                .caller()
                .send(emsp.routedManners()
                        .send("PUT", URI.create(sessions + "/" + charge.id() + "/charging_preferences"), preferences));

        assertThat(answer.data().asText()).isEqualTo("ACCEPTED");
    }
}
