package dev.roamlab.node.faults;

import static dev.roamlab.node.faults.Answers.data;
import static dev.roamlab.node.faults.Edits.change;
import static dev.roamlab.node.faults.FaultDraft.sent;
import static dev.roamlab.node.faults.FaultDraft.served;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.http.WireRequest;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What keeps to the specification, or nearly, and breaks connections all the same. */
final class InteropFaults {
    private static final String LAST_UPDATED = "last_updated";
    private static final int LONGEST_BODY = 50_000;

    private InteropFaults() {}

    static List<Fault> list() {
        return Stream.of(urls(), bodies(), moments()).flatMap(List::stream).toList();
    }

    private static List<Fault> urls() {
        return List.of(
                served("INT-slash-is-404", "A URL with a slash at its end is answered with HTTP 404")
                        .where(request -> withoutQuery(request).endsWith("/"))
                        .breaks("INT-001")
                        .by(instead(404)),
                served("INT-doubled-slash-crashes", "A doubled slash in a URL is answered with HTTP 500")
                        .where(request -> withoutQuery(request)
                                .replaceFirst("^https?://", "")
                                .contains("//"))
                        .breaks("INT-002", "INT-008")
                        .by(instead(500)),
                served("INT-link-to-inner-host", "The Link to the next page names a host that partners cannot reach")
                        .on("GET", "functional")
                        .breaks("INT-012")
                        .by(Answers.answerHeader("Link", link -> link.replaceFirst("://[^/>]+", "://10.0.0.7:8080"))),
                sent("INT-joined-with-two-slashes", "URLs that are called have a doubled slash")
                        .on("GET", "versions")
                        .breaks("INT-017")
                        .by(Requests.url(url -> url.replaceFirst("([^:/])/([^/]+)$", "$1//$2"))));
    }

    private static List<Fault> bodies() {
        return List.of(
                put("INT-null-in-list-crashes", "A null in a list is answered with HTTP 500")
                        .emsp()
                        .where(request -> text(request).contains("null]"))
                        .breaks("INT-003", "INT-008")
                        .by(instead(500)),
                put("INT-unknown-fields-refused", "Fields that are not known are refused")
                        .breaks("INT-006")
                        .by(Behaviours.refusingBody(body -> body.has("roamlab_extension"))),
                put("INT-unknown-enum-crashes", "An enum value that is not known is answered with HTTP 500")
                        .where(request -> text(request).contains("TOMORROW"))
                        .breaks("INT-007", "INT-008")
                        .by(instead(500)),
                put("INT-repetition-refused", "A push with the X-Request-ID of an earlier one is refused")
                        .breaks("INT-013")
                        .byNew(InteropFaults::refusingRepetition),
                put("INT-small-bodies-only", "Bodies of more than 50 kB are answered with HTTP 413")
                        .emsp()
                        .where(request -> request.body().length() > LONGEST_BODY)
                        .breaks("INT-014")
                        .by(instead(413)),
                put("INT-removed-without-connectors-crashes", "An EVSE without Connectors is answered with HTTP 500")
                        .emsp()
                        .where(request -> text(request).contains("\"connectors\":[]"))
                        .breaks("INT-016", "INT-008")
                        .by(instead(500)),
                served("INT-bare-token-crashes", "A token that is not in Base64 is answered with HTTP 500")
                        .where(request -> String.valueOf(request.headers().get("Authorization"))
                                .contains("%"))
                        .breaks("INT-015", "INT-008")
                        .by(instead(500)));
    }

    private static List<Fault> moments() {
        return List.of(
                put("INT-zero-offset-refused", "A DateTime that ends in +00:00 is refused")
                        .breaks("INT-004")
                        .by(Behaviours.refusingBody(
                                body -> body.path(LAST_UPDATED).asText().endsWith("+00:00"))),
                served("INT-zero-offset-window-refused", "A date_from that ends in +00:00 is answered with HTTP 400")
                        .on("GET", "functional")
                        .where(request -> request.rawQuery().contains("%2B00%3A00"))
                        .breaks("INT-005")
                        .by(instead(400)),
                served("INT-updated-with-each-answer", "last_updated is later in each answer")
                        .on("GET", "functional")
                        .where(request -> request.path().isEmpty())
                        .breaks("INT-009")
                        .byNew(() -> moving(1)),
                served("INT-updated-goes-back", "last_updated is earlier in each answer")
                        .on("GET", "functional")
                        .where(request -> request.path().isEmpty())
                        .breaks("INT-010", "INT-009")
                        .byNew(() -> moving(-1)),
                served("INT-four-decimals", "last_updated has four decimals")
                        .on("GET", "functional")
                        .breaks("INT-011")
                        .by(data(change(
                                LAST_UPDATED,
                                time -> TextNode.valueOf(time.asText().replaceFirst("(\\.\\d+)?Z$", ".0001Z"))))));
    }

    private static Advice moving(int seconds) {
        AtomicInteger answers = new AtomicInteger();
        return (request, onward) -> data(change(
                        LAST_UPDATED, Values.moved(Duration.ofSeconds((long) seconds * answers.incrementAndGet()))))
                .around(request, onward);
    }

    private static Advice refusingRepetition() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Predicate<WireRequest> again =
                request -> !seen.add(String.valueOf(request.headers().get("X-Request-ID")));
        return instead(409).when(again);
    }

    private static Advice instead(int status) {
        return Answers.answer(answer -> new WireAnswer(
                status, Messages.without(answer.headers(), "Content-Type", "Content-Length"), Buffer.buffer()));
    }

    private static FaultDraft put(String name, String title) {
        return served(name, title).on("PUT", "functional");
    }

    private static String text(WireRequest request) {
        return request.body().toString();
    }

    private static String withoutQuery(WireRequest request) {
        return request.url().replaceFirst("\\?.*$", "");
    }
}
