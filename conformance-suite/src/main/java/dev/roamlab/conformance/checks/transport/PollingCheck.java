package dev.roamlab.conformance.checks.transport;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How often the system polls our lists by itself. Spec: transport_and_format_pull_and_push. */
@Checks(module = CatalogueModule.TRANSPORT)
final class PollingCheck {
    private static final Duration RARELY = Duration.ofMinutes(60);
    private static final int ENOUGH = 5;

    @Proves(
            value = {"TRN-018", "TRN-019"},
            stage = Stage.FINAL)
    void polls_are_rare_and_not_by_the_clock(Probe probe) {
        polls(probe).forEach((module, calls) -> {
            List<Duration> intervals = new ArrayList<>();
            for (int i = 1; i < calls.size(); i++) {
                intervals.add(
                        Duration.between(calls.get(i - 1).at(), calls.get(i).at()));
            }
            for (int i = 0; i < intervals.size(); i++) {
                probe.claim("TRN-018")
                        .on(calls.get(i + 1))
                        .holds(
                                intervals.get(i).compareTo(RARELY) >= 0,
                                "an hour or more between polls of " + module,
                                intervals.get(i));
            }
            if (calls.size() >= ENOUGH) {
                boolean regular = intervals.stream()
                        .allMatch(one -> one.minus(intervals.get(0)).abs().compareTo(Duration.ofSeconds(1)) <= 0);
                probe.claim("TRN-019")
                        .on(calls.get(calls.size() - 1))
                        .holds(!regular, "intervals that differ", intervals);
            }
        });
    }

    /** First pages that nobody asked for: neither the operator, nor a registration that had just been made. */
    private static Map<String, List<WireExchange>> polls(Probe probe) {
        List<Instant> reasons = new ArrayList<>(probe.pulls());
        probe.evidence()
                .where(exchange -> exchange.target()
                        .filter(target -> target.module().equals("credentials"))
                        .isPresent())
                .forEach(exchange -> reasons.add(exchange.at().plus(exchange.took())));
        Duration effect = probe.sut().timings().push();
        return probe
                .platform()
                .received(call -> call.method().equals("GET")
                        && call.target()
                                .filter(target -> target.rest().isEmpty())
                                .filter(target ->
                                        target.version().filter(probe::is).isPresent())
                                .flatMap(target -> target.side())
                                .filter(side -> side == Side.SENDER)
                                .isPresent()
                        && !String.valueOf(call.uri().getQuery()).matches(".*(cursor|offset)=.*")
                        && reasons.stream()
                                .noneMatch(reason -> !call.at().isBefore(reason.minus(effect))
                                        && call.at().isBefore(reason.plus(effect))))
                .stream()
                .collect(Collectors.groupingBy(Messages::module));
    }
}
