package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Session of the CPO under test as it was seen once: in a push or in a list.
 *
 * @param pushed whether it came by push; what a push says may have been true some time before it arrived
 * @param written what the CPO wrote, which in a PATCH is a part
 * @param whole the Session as a receiver has it after this; a missing node when it has none
 * @param pointer where it is in the CPO's message
 */
record View(boolean pushed, JsonNode written, JsonNode whole, WireExchange exchange, String pointer) {
    private static final Pattern FIRST_PAGE = Pattern.compile("(&?((date_from|date_to|limit)=[^&]*|offset=0))*");

    String status() {
        return whole.path("status").asText();
    }

    boolean is(String status) {
        return status().equals(status);
    }

    /** RESERVED is what the running text calls it. */
    boolean isReservation() {
        return is("RESERVATION") || is("RESERVED");
    }

    Optional<Instant> moment(String field) {
        return Moment.of(whole.path(field));
    }

    boolean isPut() {
        return pushed && exchange.method().equals("PUT");
    }

    boolean isPatch() {
        return pushed && exchange.method().equals("PATCH");
    }

    /** Whether the other one must be at least as new: a push that comes after a list may be older than that. */
    boolean isBefore(View later) {
        if (!later.pushed && later.isFollowingPage()) {
            return false;
        }
        if (pushed) {
            return exchange.at().isBefore(later.exchange.at());
        }
        return !later.pushed && exchange.at().plus(exchange.took()).isBefore(later.exchange.at());
    }

    /** A page that a link led to may show the list as it was when its first page was read. */
    private boolean isFollowingPage() {
        String query = exchange.uri().getRawQuery();
        return query != null && !FIRST_PAGE.matcher(query).matches();
    }

    static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
