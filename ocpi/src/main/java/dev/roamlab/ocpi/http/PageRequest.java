package dev.roamlab.ocpi.http;

import dev.roamlab.ocpi.json.DateTimes;
import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which part of a list is wanted. Spec: transport_and_format_paginated_request.
 *
 * @param dateFrom only objects updated at or after this moment
 * @param dateTo only objects updated before this moment
 * @param offset position of the first object wanted, from 0
 * @param limit at most so many objects, at least 1
 * @param after our own continuation mark from a Link: where the previous page ended, so that the next one is found in
 *     constant time
 */
public record PageRequest(
        Optional<Instant> dateFrom, Optional<Instant> dateTo, long offset, int limit, OptionalLong after) {
    private static final String DATE_FROM = "date_from";
    private static final String DATE_TO = "date_to";
    private static final String OFFSET = "offset";
    private static final String LIMIT = "limit";
    private static final String AFTER = "after";

    /**
     * Reads the query of a list request.
     *
     * @param maxLimit the most that a page of ours holds; a greater limit is cut to it
     * @throws OcpiException naming the parameter, its rule and its value (2001)
     */
    public static PageRequest read(MultiMap query, int maxLimit) {
        long offset = number(query, OFFSET, 0, Long.MAX_VALUE).orElse(0);
        long limit = number(query, LIMIT, 1, Long.MAX_VALUE).orElse(maxLimit);
        return new PageRequest(
                moment(query, DATE_FROM),
                moment(query, DATE_TO),
                offset,
                (int) Math.min(limit, maxLimit),
                number(query, AFTER, 0, Long.MAX_VALUE));
    }

    /** The query of the next page: same filters, further on. Spec: transport_and_format_paginated_response. */
    public String next(int returned, long after) {
        List<String> parameters = new ArrayList<>();
        dateFrom.ifPresent(moment -> parameters.add(DATE_FROM + "=" + escaped(moment)));
        dateTo.ifPresent(moment -> parameters.add(DATE_TO + "=" + escaped(moment)));
        parameters.add(OFFSET + "=" + (offset + returned));
        parameters.add(LIMIT + "=" + limit);
        parameters.add(AFTER + "=" + after);
        return String.join("&", parameters);
    }

    private static String escaped(Instant moment) {
        return URLEncoder.encode(DateTimes.format(moment), StandardCharsets.UTF_8);
    }

    private static Optional<Instant> moment(MultiMap query, String name) {
        String value = query.get(name);
        if (value == null) {
            return Optional.empty();
        }
        // A "+" in a query means a blank: some clients send 2026-01-01T00:00:00+00:00 unescaped.
        return Optional.of(DateTimes.parse(value.replace(' ', '+'))
                .orElseThrow(() -> OcpiException.invalid(
                        name + ": must be a DateTime in UTC such as 2026-11-21T10:00:00Z, found " + clip(value))));
    }

    private static OptionalLong number(MultiMap query, String name, long min, long max) {
        String value = query.get(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.parseLong(value.trim());
            if (number >= min && number <= max) {
                return OptionalLong.of(number);
            }
        } catch (NumberFormatException notANumber) {
            // told below, together with numbers out of range
        }
        throw OcpiException.invalid(name + ": must be a whole number from " + min + ", found " + clip(value));
    }

    private static String clip(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
