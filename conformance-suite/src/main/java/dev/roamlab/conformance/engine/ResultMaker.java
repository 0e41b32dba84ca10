package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.Readings;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Judgement;
import dev.roamlab.conformance.check.Judgement.Kind;
import dev.roamlab.conformance.check.Ledger;
import dev.roamlab.conformance.explain.Why;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.reports.Deviation;
import dev.roamlab.reports.RequirementResult;
import dev.roamlab.reports.RequirementResultBuilder;
import dev.roamlab.reports.RequirementText;
import dev.roamlab.reports.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a requirement's result for the reports from what the ledger holds about it. */
final class ResultMaker {
    /** Read once; what it holds never changes. */
    private static final Why WHY = Why.load();

    private static final int SHOWN_EXCHANGES = 10;

    private final SpecVersion version;
    private final Ledger ledger;
    private final List<CheckMethod> checks;
    private final Applicability applicability;
    private final Why why;

    ResultMaker(SpecVersion version, Ledger ledger, List<CheckMethod> checks, Applicability applicability, Why why) {
        this.version = version;
        this.ledger = ledger;
        this.checks = checks;
        this.applicability = applicability;
        this.why = why;
    }

    RequirementResult result(Requirement requirement) {
        List<Judgement> judgements = ledger.of(requirement.id());
        Optional<CheckMethod> check = checks.stream()
                .filter(one -> one.proves().contains(requirement.id()))
                .findFirst();
        Judge.Decision decision =
                Judge.decide(requirement, judgements, applicability.ruledOut(requirement), check.isPresent());
        return RequirementResultBuilder.builder()
                .requirement(requirement.id())
                .version(version.spelling())
                .module(requirement.module().spelling())
                .title(requirement.title())
                .layer(requirement.layer())
                .level(requirement.level().name())
                .verdict(decision.verdict())
                .check(deciding(judgements).or(() -> check.map(CheckMethod::name)))
                .message(decision.message())
                .took(Duration.ZERO)
                .deviations(deviations(judgements))
                .notes(notes(requirement, judgements))
                .watchlist(requirement.watchlist())
                .expectedFailure(false)
                .text(Optional.of(text(requirement)))
                .exchanges(exchanges(judgements, decision.verdict()))
                .build();
    }

    private static Optional<String> deciding(List<Judgement> judgements) {
        return judgements.stream()
                .filter(judgement -> judgement.kind() != Kind.NOTE)
                .min(java.util.Comparator.comparing(Judgement::kind))
                .map(Judgement::check);
    }

    private static List<Deviation> deviations(List<Judgement> judgements) {
        return judgements.stream()
                .filter(judgement -> judgement.kind() == Kind.DEVIATION || judgement.kind() == Kind.WARNING)
                .map(judgement -> new Deviation(
                        judgement.text(),
                        judgement.actual(),
                        judgement.exchange().map(WireExchange::id),
                        judgement.highlights(),
                        judgement.exchange().flatMap(Curl::of)))
                .toList();
    }

    private List<String> notes(Requirement requirement, List<Judgement> judgements) {
        List<String> notes = new ArrayList<>();
        judgements.stream()
                .filter(judgement -> judgement.kind() == Kind.NOTE)
                .map(Judgement::text)
                .forEach(notes::add);
        long more = ledger.dropped(requirement.id(), Kind.DEVIATION) + ledger.dropped(requirement.id(), Kind.WARNING);
        if (more > 0) {
            notes.add(more + " more of the same");
        }
        return notes;
    }

    /** What decided a bad verdict; of what held, a few examples. */
    private static List<Long> exchanges(List<Judgement> judgements, Verdict verdict) {
        boolean bad = verdict == Verdict.FAILED || verdict == Verdict.WARNED;
        return judgements.stream()
                .filter(judgement -> !bad || judgement.kind() == Kind.DEVIATION || judgement.kind() == Kind.WARNING)
                .flatMap(judgement -> judgement.exchange().stream())
                .map(WireExchange::id)
                .distinct()
                .sorted()
                .limit(SHOWN_EXCHANGES)
                .toList();
    }

    private RequirementText text(Requirement requirement) {
        return new RequirementText(
                requirement.section(),
                requirement.statement(),
                requirement.obliged().spelling(),
                requirement.side().spelling(),
                requirement.testable().spelling(),
                Optional.of(why.of(requirement)),
                requirement.readings().map(ResultMaker::both).orElse(List.of()));
    }

    private static List<String> both(Readings readings) {
        return List.of(readings.stricter(), readings.milder());
    }
}
