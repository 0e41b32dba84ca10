package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists, page by page. The Link holds what the specification asks for and a cursor besides, which tells whether a client takes
 * the Link as it is or makes its own. Spec: transport_and_format_pagination.
 */
final class Pages {
    private static final String CURSOR = "cursor";

    private Pages() {}

    static Reply of(Incoming incoming, Shelf shelf) {
        int most = incoming.platform().setup().pageLimit();
        int limit = Math.min(most, number(incoming, "limit", 1).orElse(most));
        List<Shelf.Entry> matching = matching(incoming, shelf);
        int first = first(incoming, matching);
        int end = (int) Math.min(matching.size(), (long) first + limit);
        List<Shelf.Entry> page = first >= end ? List.of() : matching.subList(first, end);
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        SpecVersion version = incoming.version().orElse(SpecVersion.V2_3_0);
        page.forEach(entry -> data.add(Forms.in(version, entry.object())));
        Reply reply = Reply.envelope(data)
                .with("X-Total-Count", String.valueOf(matching.size()))
                .with("X-Limit", String.valueOf(most));
        return end < matching.size() && !page.isEmpty()
                ? reply.with(
                        "Link",
                        link(incoming, end, limit, page.get(page.size() - 1).number()))
                : reply;
    }

    private static List<Shelf.Entry> matching(Incoming incoming, Shelf shelf) {
        Optional<Instant> from = moment(incoming, "date_from");
        Optional<Instant> to = moment(incoming, "date_to");
        return shelf.entries().stream()
                .filter(entry -> {
                    Optional<Instant> updated = updated(entry.object());
                    boolean late = from.isEmpty()
                            || updated.filter(at -> !at.isBefore(from.get())).isPresent();
                    boolean early = to.isEmpty()
                            || updated.filter(at -> at.isBefore(to.get())).isPresent();
                    return late && early;
                })
                .toList();
    }

    private static Optional<Instant> updated(ObjectNode object) {
        return Moments.read(object.path("last_updated").asText());
    }

    private static int first(Incoming incoming, List<Shelf.Entry> matching) {
        int offset = number(incoming, "offset", 0).orElse(0);
        String cursor = incoming.query().get(CURSOR);
        if (cursor == null) {
            return Math.min(offset, matching.size());
        }
        long after = position(cursor);
        int index = 0;
        while (index < matching.size() && matching.get(index).number() <= after) {
            index++;
        }
        return index;
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            throw Refused.invalid("cursor: " + cursor + " is none of ours; take the Link as it is");
        }
    }

    private static String link(Incoming incoming, int offset, int limit, long last) {
        Map<String, String> query = new LinkedHashMap<>(incoming.query());
        query.put("offset", String.valueOf(offset));
        query.put("limit", String.valueOf(limit));
        query.put(
                CURSOR,
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(String.valueOf(last).getBytes(StandardCharsets.UTF_8)));
        StringBuilder url = new StringBuilder(incoming.uri().toString().split("\\?", 2)[0]);
        char separator = '?';
        for (var parameter : query.entrySet()) {
            url.append(separator)
                    .append(encoded(parameter.getKey()))
                    .append('=')
                    .append(encoded(parameter.getValue()));
            separator = '&';
        }
        return "<" + url + ">; rel=\"next\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Optional<Integer> number(Incoming incoming, String name, int least) {
        String text = incoming.query().get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least) {
                return Optional.of(value);
            }
        } catch (NumberFormatException noNumber) {
            // The refusal below names it.
        }
        throw Refused.invalid(name + ": " + text + " is no number of at least " + least);
    }

    private static Optional<Instant> moment(Incoming incoming, String name) {
        String text = incoming.query().get(name);
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(
                Moments.read(text).orElseThrow(() -> Refused.invalid(name + ": " + text + " is no DateTime")));
    }
}
