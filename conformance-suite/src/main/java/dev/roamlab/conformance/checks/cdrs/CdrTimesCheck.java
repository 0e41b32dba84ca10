package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.arithmetic.PriceChange;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When things happen in a CDR, and how its periods follow each other. Spec: mod_cdrs_cdr_object, mod_cdrs_charging_period. */
@Checks(module = CatalogueModule.CDRS)
final class CdrTimesCheck {
    private static final BigDecimal HOURS_OFF = new BigDecimal("0.02");
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration MOST_SKEW = Duration.ofMinutes(10);

    @Proves(
            value = {"CDR-002", "CDR-079"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void a_cdr_is_made_after_the_session(Probe probe) {
        for (SeenObject cdr : CdrBook.atTheEnd(probe).all()) {
            Optional<Instant> end = CdrBook.end(cdr.json());
            Optional<Instant> made = Moment.of(cdr.json().path("last_updated"));
            Instant received = cdr.exchange().at().plus(cdr.exchange().took());
            if (end.isPresent()) {
                notLater(probe.claim("CDR-002").on(cdr), "end_date_time", end.get(), "its receipt", received);
            }
            if (end.isPresent() && made.isPresent()) {
                notLater(probe.claim("CDR-002").on(cdr), "end_date_time", end.get(), "last_updated", made.get());
                notLater(probe.claim("CDR-079").on(cdr), "end_date_time", end.get(), "last_updated", made.get());
            }
            made.ifPresent(moment ->
                    notLater(probe.claim("CDR-079").on(cdr), "last_updated", moment, "its receipt", received));
        }
    }

    private static void notLater(Claim claim, String what, Instant one, String than, Instant other) {
        Duration late = Duration.between(other, one);
        String rule = what + " not later than " + than + " (" + other + ")";
        if (late.compareTo(MOST_SKEW) > 0) {
            claim.deviates(rule, one);
        } else {
            claim.holdsOrWarns(late.compareTo(SKEW) <= 0, rule, one);
        }
    }

    @Proves(
            value = {"CDR-048", "CDR-049", "CDR-068"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void start_end_and_duration_agree(Probe probe) {
        for (SeenObject cdr : CdrBook.occurrences(probe)) {
            Optional<Instant> start = CdrBook.start(cdr.json());
            Optional<Instant> end = CdrBook.end(cdr.json());
            if (start.isEmpty() || end.isEmpty()) {
                continue;
            }
            List<Instant> bounds = CdrBook.bounds(cdr.json());
            Instant last = bounds.size() < 2 ? start.get() : bounds.get(bounds.size() - 2);
            probe.claim("CDR-049")
                    .on(cdr)
                    .at(cdr.pointer() + "/end_date_time")
                    .holds(
                            !end.get().isBefore(start.get()) && !end.get().isBefore(last),
                            "not before start_date_time and the last period's start (" + last + ")",
                            end.get());
            if (CdrBook.hasReservation(cdr.json())) {
                reserved(probe, cdr, start.get());
            } else {
                BigDecimal hours = CdrBook.hours(start.get(), end.get());
                JsonNode stated = cdr.json().path("total_time");
                if (stated.isNumber()) {
                    probe.claim("CDR-068")
                            .on(cdr)
                            .at(cdr.pointer() + "/total_time")
                            .holds(near(stated.decimalValue(), hours), hours + " hours", stated);
                }
            }
        }
    }

    private static void reserved(Probe probe, SeenObject cdr, Instant start) {
        for (JsonNode period : cdr.json().path("charging_periods")) {
            if (CdrBook.volume(period, "RESERVATION_TIME").isPresent()) {
                Moment.of(period.path("start_date_time"))
                        .ifPresent(first -> probe.claim("CDR-048")
                                .on(cdr)
                                .at(cdr.pointer() + "/start_date_time")
                                .holds(
                                        Duration.between(first, start).abs().compareTo(SKEW) <= 0,
                                        "the start of the reservation, " + first,
                                        start));
                return;
            }
        }
    }

    @Proves(
            value = {"CDR-070", "CDR-071"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void parking_time_is_what_is_left_of_the_time(Probe probe) {
        for (SeenObject cdr : CdrBook.atTheEnd(probe).all()) {
            JsonNode total = cdr.json().path("total_time");
            JsonNode parking = cdr.json().path("total_parking_time");
            Optional<BigDecimal> parked = CdrBook.sum(cdr.json(), "PARKING_TIME");
            if (!total.isNumber()) {
                continue;
            }
            if (parking.isNumber()) {
                Claim claim = probe.claim("CDR-070").on(cdr).at(cdr.pointer() + "/total_parking_time");
                claim.holds(
                        parking.decimalValue().compareTo(total.decimalValue().add(HOURS_OFF)) <= 0,
                        "at most total_time, " + total,
                        parking);
                claim.holdsOrWarns(
                        near(parking.decimalValue(), parked.orElse(BigDecimal.ZERO)),
                        "the sum of PARKING_TIME, " + parked.orElse(BigDecimal.ZERO),
                        parking);
            }
            BigDecimal reserved = CdrBook.sum(cdr.json(), "RESERVATION_TIME").orElse(BigDecimal.ZERO);
            CdrBook.sum(cdr.json(), "TIME").ifPresent(time -> {
                BigDecimal rest =
                        total.decimalValue().subtract(parking.isNumber() ? parking.decimalValue() : BigDecimal.ZERO);
                boolean fits = near(time, rest) || near(time, rest.subtract(reserved));
                probe.claim("CDR-071").on(cdr).holds(fits, "TIME volumes of " + rest + " hours", time + " hours");
            });
        }
    }

    @Proves(
            value = {"CDR-101", "CDR-120"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void periods_follow_each_other(Probe probe) {
        for (SeenObject cdr : CdrBook.atTheEnd(probe).all()) {
            List<Instant> bounds = CdrBook.bounds(cdr.json());
            Optional<Instant> start = CdrBook.start(cdr.json());
            if (bounds.size() < 2 || start.isEmpty()) {
                continue;
            }
            order(probe.claim("CDR-120").on(cdr), start.get(), bounds);
            for (int i = 0; i + 1 < bounds.size(); i++) {
                JsonNode period = cdr.json().path("charging_periods").get(i);
                BigDecimal listed = BigDecimal.ZERO;
                for (String dimension : List.of("TIME", "PARKING_TIME", "RESERVATION_TIME")) {
                    listed = listed.add(CdrBook.volume(period, dimension).orElse(BigDecimal.ZERO));
                }
                boolean ordered = !bounds.get(i + 1).isBefore(bounds.get(i));
                if (ordered && listed.signum() > 0) {
                    BigDecimal lasts = CdrBook.hours(bounds.get(i), bounds.get(i + 1));
                    probe.claim("CDR-101")
                            .on(cdr)
                            .at(cdr.pointer() + "/charging_periods/" + i)
                            .holds(listed.compareTo(lasts.add(HOURS_OFF)) <= 0, "at most " + lasts + " hours", listed);
                }
            }
        }
    }

    private static void order(Claim claim, Instant start, List<Instant> bounds) {
        Instant end = bounds.get(bounds.size() - 1);
        List<Instant> starts = bounds.subList(0, bounds.size() - 1);
        List<Instant> sorted = starts.stream().sorted().toList();
        claim.holds(starts.equals(sorted), "periods in order of their starts", starts);
        claim.holds(
                Duration.between(start, sorted.get(0)).abs().compareTo(SKEW) <= 0,
                "the first period at start_date_time, " + start,
                sorted.get(0));
        Instant last = sorted.get(sorted.size() - 1);
        claim.holds(Duration.between(end, last).compareTo(SKEW) <= 0, "no period after end_date_time, " + end, last);
        claim.holdsOrWarns(
                sorted.stream().distinct().count() == starts.size(), "no two periods with one start", starts);
    }

    @Proves(
            value = {"CDR-080", "CDR-081"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void a_price_change_begins_a_period(Probe probe) {
        CdrBook book = CdrBook.atTheEnd(probe);
        for (SeenObject cdr : book.plain()) {
            List<JsonNode> tariffs = new ArrayList<>();
            cdr.json().path("tariffs").forEach(tariffs::add);
            for (PriceChange change : PriceChange.of(cdr.json(), tariffs, book.zone(cdr.json()))) {
                Claim claim = probe.claim("CDR-080").on(cdr).at(cdr.pointer() + "/charging_periods");
                String rule = "a period that begins at " + change.at() + ", where the price changes";
                BigDecimal off = change.byEnergy() ? change.kwhOff() : change.secondsOff();
                String seen =
                        "none within " + off.stripTrailingZeros().toPlainString() + (change.byEnergy() ? " kWh" : " s");
                boolean wrong = off.compareTo(change.byEnergy() ? new BigDecimal("0.5") : MINUTE) > 0;
                boolean blurred = change.byEnergy() && off.compareTo(new BigDecimal("0.05")) > 0;
                if (wrong) {
                    claim.deviates(rule, seen);
                } else {
                    claim.holdsOrWarns(!blurred, rule, seen);
                    energyOnBothSides(probe, cdr, change);
                }
            }
        }
    }

    // Only that both sides have some: how constant the power was is not to be seen from here.
    private static void energyOnBothSides(Probe probe, SeenObject cdr, PriceChange change) {
        JsonNode periods = cdr.json().path("charging_periods");
        for (int i = 1; i < periods.size(); i++) {
            Optional<Instant> start = Moment.of(periods.get(i).path("start_date_time"));
            boolean here = start.filter(
                            at -> Duration.between(at, change.at()).abs().compareTo(SKEW) <= 0)
                    .isPresent();
            boolean both = charged(periods.get(i)) && charged(periods.get(i - 1));
            if (here && both) {
                probe.claim("CDR-081")
                        .on(cdr)
                        .at(cdr.pointer() + "/charging_periods/" + i)
                        .held();
            }
        }
    }

    private static boolean charged(JsonNode period) {
        return CdrBook.volume(period, "ENERGY").filter(kwh -> kwh.signum() > 0).isPresent();
    }

    private static boolean near(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(HOURS_OFF) <= 0;
    }
}
