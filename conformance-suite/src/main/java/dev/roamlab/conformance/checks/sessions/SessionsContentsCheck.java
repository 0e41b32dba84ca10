package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Forms;
import dev.roamlab.conformance.tester.TokenSamples;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a CPO's Sessions say, judged from all that were seen. Spec: mod_sessions_session_object. */
@Checks(module = CatalogueModule.SESSIONS)
final class SessionsContentsCheck {
    private static final String PERIODS = "charging_periods";
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    @Proves(
            value = {"SES-077"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void energy_is_in_kwh(Probe probe) {
        for (List<View> said : Traffic.atTheEnd(probe).sessions()) {
            said.stream().filter(view -> view.is("COMPLETED")).forEach(view -> energy(probe, view));
            for (int i = 0; i + 1 < said.size(); i++) {
                grows(probe, said.get(i), said.get(i + 1));
            }
        }
    }

    private static void energy(Probe probe, View completed) {
        JsonNode kwh = completed.whole().path("kwh");
        JsonNode periods = completed.whole().path(PERIODS);
        boolean each = !periods.isEmpty();
        for (JsonNode period : periods) {
            each &= Periods.volume(period, "ENERGY").isPresent();
        }
        if (!each || !kwh.isNumber()) {
            return;
        }
        BigDecimal sum = Periods.energy(periods).orElseThrow();
        Claim claim = probe.claim("SES-077").on(completed.exchange()).at(completed.pointer() + "/kwh");
        if (claim.holds(
                !isAThousandTimes(sum, kwh.decimalValue()) && !isAThousandTimes(kwh.decimalValue(), sum),
                "kWh, as the periods' sum of " + sum,
                kwh)) {
            claim.holdsOrWarns(
                    sum.subtract(kwh.decimalValue())
                                    .abs()
                                    .compareTo(probe.sut().tolerances().energyKwh())
                            <= 0,
                    "the periods' sum of " + sum,
                    kwh);
        }
    }

    private static boolean isAThousandTimes(BigDecimal large, BigDecimal small) {
        BigDecimal least = small.multiply(THOUSAND).multiply(new BigDecimal("0.9"));
        BigDecimal most = small.multiply(THOUSAND).multiply(new BigDecimal("1.1"));
        return small.signum() > 0 && large.compareTo(least) >= 0 && large.compareTo(most) <= 0;
    }

    private static void grows(Probe probe, View one, View later) {
        JsonNode before = one.whole().path("kwh");
        JsonNode after = later.whole().path("kwh");
        if (one.isBefore(later) && before.isNumber() && after.isNumber()) {
            probe.claim("SES-077")
                    .on(later.exchange())
                    .at(later.pointer() + "/kwh")
                    .holdsOrWarns(
                            after.decimalValue().compareTo(before.decimalValue()) >= 0,
                            "no less than the " + before + " before",
                            after);
        }
    }

    @Proves(
            value = {"SES-067", "SES-076"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void the_end_comes_last(Probe probe) {
        for (View view : Traffic.atTheEnd(probe).last()) {
            if (view.is("COMPLETED")) {
                end(probe.claim("SES-076").on(view.exchange()).at(view.pointer() + "/end_date_time"), view);
                often(probe.claim("SES-067").on(view.exchange()).at(view.pointer() + "/" + PERIODS), view);
            }
        }
    }

    private static void end(Claim claim, View completed) {
        Optional<Instant> end = completed.moment("end_date_time");
        claim.holdsOrWarns(
                end.isPresent(), "an end_date_time", completed.whole().path("end_date_time"));
        if (end.isEmpty()) {
            return;
        }
        completed
                .moment("start_date_time")
                .ifPresent(start -> claim.holds(!end.get().isBefore(start), "not before start_date_time", end.get()));
        for (JsonNode period : completed.whole().path(PERIODS)) {
            Moment.of(period.path("start_date_time"))
                    .ifPresent(start -> claim.holds(
                            !end.get().isBefore(start), "not before the period that starts at " + start, end.get()));
        }
    }

    private static void often(Claim claim, View completed) {
        Optional<Instant> start = completed.moment("start_date_time");
        Optional<Instant> end = completed.moment("end_date_time");
        JsonNode kwh = completed.whole().path("kwh");
        if (start.isEmpty() || end.isEmpty() || kwh.decimalValue().signum() == 0) {
            return;
        }
        Duration lasted = Duration.between(start.get(), end.get());
        int periods = completed.whole().path(PERIODS).size();
        if (lasted.compareTo(LONG) >= 0) {
            claim.holdsOrWarns(
                    periods > 0 && periods <= lasted.toMinutes(),
                    "charging periods, and no more than one per minute",
                    periods + " in " + lasted.toMinutes() + " minutes");
        }
    }

    @Proves(
            value = {"SES-074", "SES-075"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void a_pending_session_starts_when_it_was_made(Probe probe) {
        boolean pending = false;
        for (List<View> said : Traffic.atTheEnd(probe).sessions()) {
            for (View view : said) {
                if (view.is("PENDING")) {
                    pending = true;
                    made(probe.claim("SES-074").on(view.exchange()), view);
                    said.stream()
                            .filter(later -> view.isBefore(later) && later.is("ACTIVE"))
                            .findFirst()
                            .ifPresent(active -> moved(probe, view, active));
                }
            }
        }
        if (!pending) {
            throw probe.inconclusive("no Session was seen with status PENDING");
        }
    }

    private static void made(Claim claim, View pending) {
        JsonNode text = pending.whole().path("start_date_time");
        Optional<Instant> start = Moment.of(text);
        if (claim.at(pending.pointer() + "/start_date_time").holds(start.isPresent(), "a DateTime", text)) {
            Duration ahead = Duration.between(pending.exchange().at(), start.get());
            claim.holds(ahead.compareTo(Duration.ofMinutes(5)) <= 0, "the time of creation", text);
            claim.holdsOrWarns(ahead.compareTo(Duration.ofSeconds(60)) <= 0, "the time of creation", text);
        }
    }

    /** Only when it was pending for long can it be told from rounding and clocks whether the start has moved. */
    private static void moved(Probe probe, View pending, View active) {
        Optional<Instant> first = pending.moment("start_date_time");
        Optional<Instant> second = active.moment("start_date_time");
        Duration waited =
                Duration.between(pending.exchange().at(), active.exchange().at());
        if (first.isEmpty() || second.isEmpty()) {
            return;
        }
        Claim claim = probe.claim("SES-075").on(active.exchange()).at(active.pointer() + "/start_date_time");
        if (waited.compareTo(Duration.ofMinutes(2)) >= 0 || second.get().isAfter(first.get())) {
            claim.holds(second.get().isAfter(first.get()), "later than " + first.get(), second.get());
        }
    }

    @Proves(
            value = {"SES-078"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void cdr_token_is_the_token(Probe probe) {
        for (View view : Traffic.atTheEnd(probe).all()) {
            JsonNode token = view.written().path("cdr_token");
            Optional<ObjectNode> ours = token.isObject()
                    ? probe.platform().owned("tokens").get(token.path("uid").asText())
                    : Optional.empty();
            ours.ifPresent(known -> {
                ObjectNode wanted = TokenSamples.cdrToken(Forms.in(probe.version(), known));
                List<String> other = Alike.lacking(wanted, token);
                probe.claim("SES-078")
                        .on(view.exchange())
                        .at(view.pointer() + "/cdr_token")
                        .holds(other.isEmpty(), wanted.toString(), token);
            });
        }
    }

    @Proves(
            value = {"SES-104"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void nothing_is_consumed_during_a_reservation(Probe probe) {
        for (View view : Traffic.atTheEnd(probe).all()) {
            if (view.isReservation()) {
                JsonNode kwh = view.whole().path("kwh");
                Claim claim = probe.claim("SES-104").on(view.exchange());
                claim.at(view.pointer() + "/kwh")
                        .holds(
                                kwh.isNumber() && kwh.decimalValue().signum() == 0,
                                "kwh 0 before the charge begins",
                                kwh);
                List<String> consumed = consumed(view.whole().path(PERIODS));
                claim.at(view.pointer() + "/" + PERIODS)
                        .holds(consumed.isEmpty(), "no ENERGY, TIME or PARKING_TIME", consumed);
            }
        }
    }

    private static List<String> consumed(JsonNode periods) {
        List<String> consumed = new ArrayList<>();
        Periods.energy(periods).filter(sum -> sum.signum() != 0).ifPresent(sum -> consumed.add("ENERGY " + sum));
        for (String time : List.of("TIME", "PARKING_TIME")) {
            Periods.sum(periods, time).ifPresent(sum -> consumed.add(time + " " + sum));
        }
        return consumed;
    }

    @Proves(
            value = {"SES-016", "SES-103"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void what_is_billed(Probe probe) {
        List<SeenObject> cdrs =
                probe.seen().all("CDR").stream().filter(SeenObject::isOwn).toList();
        List<String> credited = cdrs.stream()
                .map(cdr -> cdr.text("credit_reference_id"))
                .filter(id -> !id.isEmpty())
                .map(View::key)
                .toList();
        for (View view : Traffic.atTheEnd(probe).last()) {
            if (view.is("INVALID")) {
                String id = view.whole().path("id").asText();
                List<SeenObject> bills = cdrs.stream()
                        .filter(cdr -> cdr.text("session_id").equalsIgnoreCase(id)
                                && !cdr.json().path("credit").asBoolean()
                                && !credited.contains(View.key(cdr.text("id"))))
                        .toList();
                Claim claim = probe.claim("SES-103")
                        .on(bills.isEmpty() ? view.exchange() : bills.get(0).exchange());
                claim.holds(bills.isEmpty(), "no CDR of INVALID session " + id, bills.size() + " of them");
            }
        }
        cdrs.stream()
                .filter(cdr -> cdr.json().path("total_energy").isNumber()
                        && cdr.json().path("total_energy").decimalValue().signum() == 0
                        && Periods.sum(cdr.json().path(PERIODS), "RESERVATION_TIME")
                                .isPresent())
                .findFirst()
                .ifPresent(cdr -> probe.claim("SES-016").on(cdr).held());
    }

    @Proves(
            value = {"SES-079"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void auth_method_may_change_on_the_way(Probe probe) {
        for (List<View> said : Traffic.atTheEnd(probe).sessions()) {
            boolean changes = said.stream()
                            .map(view -> view.whole().path("auth_method").asText())
                            .distinct()
                            .count()
                    > 1;
            if (changes) {
                probe.claim("SES-079").on(said.get(said.size() - 1).exchange()).held();
            }
        }
    }
}
