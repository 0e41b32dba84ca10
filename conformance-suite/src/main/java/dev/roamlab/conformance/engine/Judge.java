package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.Consequence;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.Testable;
import dev.roamlab.conformance.check.Judgement;
import dev.roamlab.conformance.check.Judgement.Kind;
import dev.roamlab.reports.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes one verdict of all that the checks found out about a requirement. The only place that knows how bad a deviation is. */
final class Judge {
    private Judge() {}

    /** A verdict with the judgement that decided it, if there is one. */
    record Decision(Verdict verdict, String message) {}

    static Decision decide(
            Requirement requirement, List<Judgement> judgements, Optional<String> ruledOut, boolean hasCheck) {
        if (ruledOut.isPresent()) {
            return new Decision(Verdict.NOT_APPLICABLE, ruledOut.get());
        }
        Optional<Judgement> heaviest = judgements.stream()
                .filter(judgement -> judgement.kind() != Kind.NOTE)
                .min(Comparator.comparing(Judgement::kind));
        if (heaviest.isEmpty()) {
            return silent(requirement, hasCheck);
        }
        // Something held, and yet we failed somewhere: the rule has not been examined as it should have been.
        boolean troubled = judgements.stream().anyMatch(judgement -> judgement.kind() == Kind.ERROR);
        Judgement judgement = heaviest.get();
        if (judgement.kind() == Kind.HELD && troubled) {
            judgement = judgements.stream()
                    .filter(one -> one.kind() == Kind.ERROR)
                    .findFirst()
                    .orElseThrow();
        }
        return new Decision(verdict(requirement, judgement.kind()), message(judgement));
    }

    private static Decision silent(Requirement requirement, boolean hasCheck) {
        if (hasCheck) {
            return new Decision(Verdict.INCONCLUSIVE, "the system's data and traffic did not show it");
        }
        return requirement.testable() == Testable.NONE
                ? new Decision(Verdict.NOT_OBSERVABLE, "cannot be seen from outside")
                : new Decision(Verdict.NOT_EXERCISED, "no check is written");
    }

    private static Verdict verdict(Requirement requirement, Kind kind) {
        return switch (kind) {
            case DEVIATION -> deviation(requirement.consequence());
            case WARNING -> requirement.consequence() == Consequence.RECORDED ? Verdict.PASSED : Verdict.WARNED;
            case HELD, NOTE -> Verdict.PASSED;
            case ERROR -> Verdict.ERROR;
            case SKIPPED -> Verdict.SKIPPED;
            case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
            case NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
        };
    }

    /** A MAY that is not made use of is no deviation: the report says which way the system went. */
    private static Verdict deviation(Consequence consequence) {
        return switch (consequence) {
            case FAILS -> Verdict.FAILED;
            case WARNS -> Verdict.WARNED;
            case RECORDED -> Verdict.PASSED;
        };
    }

    private static String message(Judgement judgement) {
        return switch (judgement.kind()) {
            case DEVIATION, WARNING -> "expected " + judgement.text() + ", got " + judgement.actual();
            case HELD -> "";
            default -> judgement.text();
        };
    }
}
