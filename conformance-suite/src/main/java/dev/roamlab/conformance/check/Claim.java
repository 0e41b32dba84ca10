package dev.roamlab.conformance.check;

import dev.roamlab.conformance.check.Judgement.Kind;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * States findings about one requirement. What a deviation means (fails, warns, is recorded) is decided by the catalogue alone, so
 * a check says what it saw and never how bad it is; only where the catalogue's probe itself limits a part to a warning, it says
 * {@link #holdsOrWarns}.
 */
public final class Claim {
    private static final int SHOWN = 300;

    private final Ledger ledger;
    private final String requirement;
    private final String check;
    private final Optional<WireExchange> exchange;
    private final List<String> highlights;

    Claim(Ledger ledger, String requirement, String check, Optional<WireExchange> exchange, List<String> highlights) {
        this.ledger = ledger;
        this.requirement = requirement;
        this.check = check;
        this.exchange = exchange;
        this.highlights = highlights;
    }

    /** The same claim, about this exchange. */
    public Claim on(WireExchange evidence) {
        return new Claim(ledger, requirement, check, Optional.of(evidence), highlights);
    }

    /** The same claim, about an object in an exchange. */
    public Claim on(SeenObject object) {
        return new Claim(ledger, requirement, check, Optional.of(object.exchange()), List.of(object.pointer()));
    }

    /** The same claim, pointing at fields (JSON pointers into the body) or headers (their names). */
    public Claim at(String... pointersOrHeaders) {
        return new Claim(ledger, requirement, check, exchange, List.of(pointersOrHeaders));
    }

    /**
     * The rule had something to judge: it held if the condition holds, else it was broken.
     *
     * @param expected what would have been right: {@code HTTP 405}
     * @param actual what was there: its text is shortened for the report
     * @return the condition
     */
    public boolean holds(boolean condition, String expected, Object actual) {
        if (condition) {
            held();
        } else {
            deviates(expected, actual);
        }
        return condition;
    }

    /** As {@link #holds}, where the catalogue limits this part of the probe to a warning. */
    public boolean holdsOrWarns(boolean condition, String expected, Object actual) {
        if (condition) {
            held();
        } else {
            warns(expected, actual);
        }
        return condition;
    }

    /** The rule had something to judge, and held. */
    public void held() {
        add(Kind.HELD, "", "");
    }

    /** The rule was broken. */
    public void deviates(String expected, Object actual) {
        add(Kind.DEVIATION, expected, shown(actual));
    }

    /** Something is wrong that the catalogue's probe itself only warns of. */
    public void warns(String expected, Object actual) {
        add(Kind.WARNING, expected, shown(actual));
    }

    /** A remark for the reader; decides nothing. */
    public void notes(String remark) {
        add(Kind.NOTE, remark, "");
    }

    /** It could not be seen: the reason says what would be needed. */
    public void inconclusive(String reason) {
        add(Kind.INCONCLUSIVE, reason, "");
    }

    /** The rule does not concern this system; the reason is its proof. */
    public void notApplicable(String proof) {
        add(Kind.NOT_APPLICABLE, proof, "");
    }

    void skipped(String reason) {
        add(Kind.SKIPPED, reason, "");
    }

    void error(String reason) {
        add(Kind.ERROR, reason, "");
    }

    private void add(Kind kind, String text, String actual) {
        ledger.add(requirement, new Judgement(kind, check, text, actual, exchange, highlights));
    }

    private static String shown(Object actual) {
        String text = Objects.toString(actual);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}
