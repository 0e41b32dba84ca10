package dev.roamlab.ocpi.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Link headers as partners write them (RFC 8288). Spec: transport_and_format_paginated_response. */
final class Links {
    private static final Pattern LINK = Pattern.compile("<([^>]*)>((?:[^,<\"]|\"(?:[^\"\\\\]|\\\\.)*\")*)");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([^=;,\\s]+)(?:\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;,\"]+)))?");

    private Links() {}

    /**
     * The URL of the next page.
     *
     * @param headers the values of all Link headers
     * @param current the URL that was called; a relative reference, which no partner should send, is taken from there
     */
    static Optional<String> next(List<String> headers, String current) {
        Matcher link = LINK.matcher(String.join(", ", headers));
        while (link.find()) {
            if (isNext(link.group(2))) {
                return Optional.of(resolved(link.group(1).trim(), current));
            }
        }
        return Optional.empty();
    }

    private static boolean isNext(String parameters) {
        Matcher parameter = PARAMETER.matcher(parameters);
        while (parameter.find()) {
            if (parameter.group(1).equalsIgnoreCase("rel")) {
                // The first rel counts, and it may name several relations.
                String relations = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
                return relations != null
                        && List.of(relations.trim().split("\\s+")).stream().anyMatch("next"::equalsIgnoreCase);
            }
        }
        return false;
    }

    private static String resolved(String reference, String current) {
        try {
            return URI.create(current).resolve(reference).toString();
        } catch (IllegalArgumentException odd) {
            // Characters that a URI must escape, such as "+00:00" with a blank: called as it stands, or refused there.
            return reference;
        }
    }
}
