package dev.roamlab.ocpp.intercept;

import dev.roamlab.ocpp.link.FrameTap.Way;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which messages are interfered with, and how. Of several rules that fit, the first one counts.
 *
 * @param id names it; unique among the rules of an interceptor
 * @param station the stations meant: an id, in which {@code *} stands for anything
 * @param way absent: both ways
 * @param kinds none: all
 * @param action the action meant, in which {@code *} stands for anything; answers have that of their call
 * @param percent how many of the messages that fit, above 0 and up to 100
 * @param times after so many the rule rests
 */
@RecordBuilder
public record InterceptRule(
        String id,
        String station,
        Optional<Way> way,
        List<FrameKind> kinds,
        String action,
        double percent,
        OptionalInt times,
        Treatment treatment)
        implements InterceptRuleBuilder.With {

    /** A rule; its figures are checked. */
    public InterceptRule {
        kinds = List.copyOf(kinds);
        if (id.isBlank() || id.length() > 64) {
            throw new IllegalArgumentException("id: '" + id + "', must be 1 to 64 characters");
        }
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("percent: " + percent + ", must be above 0 and at most 100");
        }
        if (times.isPresent() && times.getAsInt() < 1) {
            throw new IllegalArgumentException("times: " + times.getAsInt() + ", must be at least 1");
        }
    }

    /** A rule for every message of every station. */
    public static InterceptRule everything(String id, Treatment treatment) {
        return new InterceptRule(id, "*", Optional.empty(), List.of(), "*", 100, OptionalInt.empty(), treatment);
    }

    boolean fits(String stationId, Way direction, FrameKind kind, String actionOfCall) {
        return way.filter(wanted -> wanted != direction).isEmpty()
                && (kinds.isEmpty() || kinds.contains(kind))
                && matches(station, stationId)
                && matches(action, actionOfCall);
    }

    /** Whether a text is what a pattern with stars means; upper and lower case are the same. */
    static boolean matches(String pattern, String text) {
        return pattern.equals("*") || globbed(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
    }

    private static boolean globbed(String pattern, String text) {
        int star = -1;
        int mark = 0;
        int at = 0;
        int i = 0;
        while (i < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                mark = i;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++mark;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
