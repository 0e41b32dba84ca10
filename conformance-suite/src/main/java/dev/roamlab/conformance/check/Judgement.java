package dev.roamlab.conformance.check;

import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.Optional;

/**
 * One thing a check found out about one requirement. Many of them make a verdict.
 *
 * @param text the expectation for {@link Kind#DEVIATION} and {@link Kind#WARNING}, else the reason
 * @param actual what was seen instead
 * @param highlights JSON pointers or header names in the exchange that show it
 */
public record Judgement(
        Kind kind, String check, String text, String actual, Optional<WireExchange> exchange, List<String> highlights) {

    /** From what decides most to what decides least. */
    public enum Kind {
        /** The rule was broken; what that means is the catalogue's word. */
        DEVIATION,
        /** Something was wrong that the probe itself only warns of. */
        WARNING,
        /** The rule had something to judge, and it held. */
        HELD,
        /** We, or the network, failed. */
        ERROR,
        /** A prerequisite failed. */
        SKIPPED,
        /** The system's data or operator did not let us see. */
        INCONCLUSIVE,
        /** The rule does not concern this system. */
        NOT_APPLICABLE,
        /** A remark for the report; decides nothing. */
        NOTE
    }

    public Judgement {
        highlights = List.copyOf(highlights);
    }

    /** Whether it says that a rule was broken. */
    boolean accuses() {
        return kind == Kind.DEVIATION || kind == Kind.WARNING;
    }

    /** The same, but an error if it accuses the system and there is doubt, or the exchange proves nothing about it. */
    Judgement doubted(Optional<String> doubt) {
        Optional<String> reason =
                doubt.or(() -> exchange.filter(shown -> !shown.telling()).map(Judgement::nothingProven));
        return accuses() && reason.isPresent()
                ? new Judgement(Kind.ERROR, check, reason.get(), "", exchange, List.of())
                : this;
    }

    private static String nothingProven(WireExchange shown) {
        return shown.method() + " " + shown.uri() + ": " + shown.outcome();
    }
}
