package dev.roamlab.node.faults;

import static dev.roamlab.node.faults.Answers.answerHeader;
import static dev.roamlab.node.faults.Answers.dataReplaced;
import static dev.roamlab.node.faults.Answers.envelope;
import static dev.roamlab.node.faults.Answers.httpStatus;
import static dev.roamlab.node.faults.Answers.withAnswerHeader;
import static dev.roamlab.node.faults.Answers.withoutAnswerHeaders;
import static dev.roamlab.node.faults.Edits.change;
import static dev.roamlab.node.faults.Edits.drop;
import static dev.roamlab.node.faults.FaultDraft.sent;
import static dev.roamlab.node.faults.FaultDraft.served;
import static dev.roamlab.node.faults.Requests.ignoring;
import static dev.roamlab.node.faults.Requests.parameter;
import static dev.roamlab.node.faults.Values.moved;
import static dev.roamlab.node.faults.Values.quoted;

import dev.roamlab.ocpi.http.Headers;
import dev.roamlab.ocpi.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with messages as such. */
final class TransportFaults {
    private static final String[] ROUTING = {
        Headers.TO_COUNTRY, Headers.TO_PARTY, Headers.FROM_COUNTRY, Headers.FROM_PARTY
    };
    private static final String ONE_UUID = "11111111-2222-4333-8444-555555555555";

    private TransportFaults() {}

    static List<Fault> list() {
        return Stream.of(doors(), envelopes(), messageIds(), paging(), objects(), requests())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> doors() {
        return List.of(
                served("TRN-open-without-token", "A request without Authorization is let in")
                        .breaks("TRN-010")
                        .byNew(() ->
                                Registered.openTo(request -> !request.headers().contains(Headers.AUTHORIZATION))),
                served("TRN-open-to-strangers", "A request with an unknown token is let in")
                        .breaks("TRN-011")
                        .byNew(() -> Registered.openTo(
                                request -> String.valueOf(request.headers().get(Headers.AUTHORIZATION))
                                        .startsWith("Token "))),
                served("TRN-unusable-header-forgiven", "An Authorization header that cannot be used is let in")
                        .breaks("TRN-012")
                        .byNew(() -> Registered.openTo(request -> request.headers()
                                        .contains(Headers.AUTHORIZATION)
                                && !request.headers().get(Headers.AUTHORIZATION).startsWith("Token "))),
                served("TRN-strangers-get-403", "An unknown token is answered with HTTP 403")
                        .breaks("TRN-011", "TRN-010", "TRN-012", "TRN-013")
                        .by(httpStatus(401, 403)),
                served("TRN-strangers-get-200", "An unknown token is answered with HTTP 200 and a status code")
                        .breaks("TRN-011", "TRN-010", "TRN-012", "TRN-013")
                        .by(httpStatus(401, 200)),
                served("TRN-token-a-opens-modules", "Token A opens functional modules")
                        .on("*", "functional")
                        .breaks("TRN-013")
                        .by(Behaviours.emptyListWhere("a registration token opens")),
                served("TRN-header-case-counts", "A header called AUTHORIZATION, in upper case, is not seen")
                        .breaks("TRN-015")
                        .by(Requests.request(request -> request.headers().entries().stream()
                                        .anyMatch(header -> header.getKey().equals("AUTHORIZATION"))
                                ? request.withHeaders(Messages.without(request.headers(), Headers.AUTHORIZATION))
                                : request)));
    }

    private static List<Fault> envelopes() {
        return List.of(
                served("TRN-no-envelope", "The data is answered without the envelope")
                        .on("GET", "functional")
                        .breaks("TRN-076", "TRN-077", "TRN-078")
                        .by(Behaviours.bareData()),
                served("TRN-no-status-code", "Answers have no status_code")
                        .breaks("TRN-076", "STC-008")
                        .by(envelope(drop("status_code"))),
                served("TRN-status-code-as-text", "status_code is a text")
                        .breaks("TRN-079", "TRN-076", "TYP-025")
                        .by(envelope(change("status_code", quoted()))),
                served("TRN-no-timestamp", "Answers have no timestamp")
                        .breaks("TRN-076", "TRN-080")
                        .by(envelope(drop("timestamp"))),
                served("TRN-local-timestamp", "The timestamp of answers is local time, two hours ahead")
                        .breaks("TRN-080")
                        .by(envelope(change("timestamp", moved(Duration.ofHours(2))))),
                served("TRN-content-type-text", "Answers are text/plain")
                        .breaks("TRN-075", "TRN-001")
                        .by(answerHeader("Content-Type", type -> "text/plain")),
                served("TRN-answers-xml", "Lists are answered in XML")
                        .on("GET", "functional")
                        .breaks("TRN-001", "TRN-075", "TRN-076")
                        .by(Answers.bodyText(
                                "application/xml", "<response><status_code>1000</status_code></response>")),
                served("TRN-single-object-in-list", "A single object is answered as a list")
                        .on("GET", "functional")
                        .breaks("TRN-078", "LOC-040")
                        .by(dataReplaced(data -> data.isObject() ? Json.array().add(data) : data)),
                served("TRN-list-in-object", "A list is answered inside an object")
                        .on("GET", "functional")
                        .breaks("TRN-077", "LOC-029", "TAR-012", "SES-027", "CDR-029", "TOK-045")
                        .by(dataReplaced(data -> data.isArray() ? Json.object().set("items", data) : data)),
                served("TRN-errors-in-html", "HTTP errors are answered with a page in HTML")
                        .breaks("TRN-081", "TRN-132")
                        .by(Behaviours.errorPage()));
    }

    private static List<Fault> messageIds() {
        return List.of(
                served("TRN-request-id-not-repeated", "Answers do not repeat X-Request-ID")
                        .breaks("TRN-128", "TRN-132")
                        .by(withoutAnswerHeaders(Headers.REQUEST_ID)),
                served("TRN-own-request-id", "Answers have an X-Request-ID of their own")
                        .breaks("TRN-128", "TRN-132")
                        .by(answerHeader(Headers.REQUEST_ID, id -> ONE_UUID)),
                served("TRN-correlation-id-not-repeated", "Answers do not repeat X-Correlation-ID")
                        .breaks("TRN-131", "TRN-132")
                        .by(withoutAnswerHeaders(Headers.CORRELATION_ID)),
                served("TRN-errors-without-ids", "Answers to what is refused do not repeat the message ids")
                        .breaks("TRN-132")
                        .by(Answers.answer(answer -> answer.status() >= 400
                                ? answer.withHeaders(
                                        Messages.without(answer.headers(), Headers.REQUEST_ID, Headers.CORRELATION_ID))
                                : answer)),
                served("TRN-only-uuids", "A message id that is no UUID is refused")
                        .breaks("TRN-134")
                        .by(Behaviours.refusingOddIds()),
                served("TRN-answer-without-routing", "Answers of functional modules have no routing headers")
                        .on("*", "functional")
                        .breaks("TRN-090", "TRN-097")
                        .by(withoutAnswerHeaders(ROUTING)),
                served("TRN-answer-not-swapped", "Answers repeat the routing headers instead of swapping them")
                        .on("*", "functional")
                        .breaks("TRN-097")
                        .by(Behaviours.routingNotSwapped()),
                served("TRN-credentials-answer-routed", "Answers of configuration modules have routing headers")
                        .on("GET", "versions")
                        .breaks("TRN-092")
                        .by(withAnswerHeader(Headers.TO_COUNTRY, "NL")
                                .and(withAnswerHeader(Headers.TO_PARTY, "TSA"))
                                .and(withAnswerHeader(Headers.FROM_COUNTRY, "NL"))
                                .and(withAnswerHeader(Headers.FROM_PARTY, "XXX"))));
    }

    private static List<Fault> paging() {
        return List.of(
                pages("TRN-no-total-count", "Pages have no X-Total-Count")
                        .breaks("TRN-045", "LOC-030", "TAR-011", "SES-026", "CDR-028", "TOK-044")
                        .by(withoutAnswerHeaders(Headers.TOTAL_COUNT)),
                pages("TRN-total-of-page", "X-Total-Count is the number of objects on the page")
                        .breaks("TRN-046", "TRN-028", "LOC-030")
                        .by(Paging.headerFromPage(Headers.TOTAL_COUNT)),
                pages("TRN-total-ignores-filters", "X-Total-Count counts the objects outside the filters, too")
                        .breaks("TRN-047")
                        .by(Paging.totalWithoutFilters()),
                pages("TRN-no-x-limit", "Pages have no X-Limit")
                        .breaks("TRN-048", "LOC-030", "TAR-011", "SES-026", "CDR-028", "TOK-044")
                        .by(withoutAnswerHeaders(Headers.LIMIT)),
                pages("TRN-x-limit-of-page", "X-Limit is the number of objects on the page")
                        .breaks("TRN-049")
                        .by(Paging.headerFromPage(Headers.LIMIT)),
                pages("TRN-no-link", "Pages have no Link")
                        .breaks("TRN-042", "TRN-028", "LOC-031")
                        .by(withoutAnswerHeaders(Headers.LINK)),
                pages("TRN-link-to-itself", "The Link of a page leads to the same page")
                        .breaks("TRN-028", "TRN-042", "TRN-052")
                        .by(Paging.linkToItself()),
                pages("TRN-link-on-last-page", "The last page has a Link, too")
                        .breaks("TRN-043", "TRN-028")
                        .by(Paging.linkWhereNone()),
                pages("TRN-link-relative", "The Link is relative")
                        .breaks("TRN-042", "TRN-028")
                        .by(answerHeader(Headers.LINK, link -> link.replaceFirst("<[a-z]+://[^/]+", "<"))),
                pages("TRN-link-without-filters", "The Link drops the filters of the request")
                        .breaks("TRN-044", "LOC-031")
                        .by(answerHeader(Headers.LINK, link -> link.replaceAll("(date_from|date_to)=[^&>]*&?", ""))),
                pages("TRN-pages-overlap", "Each page begins with the last object of the page before")
                        .breaks("TRN-028", "TRN-034")
                        .by(Paging.overlapping()),
                pages("TRN-limit-ignored", "limit is not seen")
                        .breaks("TRN-035", "LOC-028", "TAR-010", "SES-025", "CDR-027", "TOK-043")
                        .by(ignoring("limit")),
                pages("TRN-offset-ignored", "offset is not seen")
                        .breaks("TRN-034", "TRN-028", "LOC-027", "TAR-010", "SES-024", "CDR-027", "TOK-042")
                        .by(ignoring("offset", "after")),
                pages("TRN-offset-from-one", "offset counts from one")
                        .breaks("TRN-034", "TRN-028", "LOC-027", "TAR-010", "SES-024", "CDR-027", "TOK-042")
                        .by(ignoring("after").and(parameter("offset", Paging::oneLess))),
                pages("TRN-date-from-ignored", "date_from is not seen")
                        .breaks("TRN-030", "TRN-032", "TRN-047", "LOC-020", "TAR-008", "SES-021", "CDR-025", "TOK-040")
                        .by(ignoring("date_from")),
                pages("TRN-date-to-ignored", "date_to is not seen")
                        .breaks("TRN-031", "TRN-032", "TRN-047", "LOC-021", "TAR-009", "SES-022", "CDR-026", "TOK-041")
                        .by(ignoring("date_to")),
                pages("TRN-date-from-exclusive", "An object updated exactly at date_from is left out")
                        .breaks("TRN-030", "TRN-032", "LOC-020", "TAR-008", "SES-021", "CDR-025", "TOK-040")
                        .by(parameter("date_from", Paging::justAfter)),
                pages("TRN-date-to-inclusive", "An object updated exactly at date_to is listed")
                        .breaks("TRN-031", "TRN-032", "LOC-021", "TAR-009", "SES-022", "CDR-026", "TOK-041")
                        .by(parameter("date_to", Paging::justAfter)),
                pages("TRN-dates-without-fraction", "A date parameter with a fraction of a second is refused")
                        .breaks("TRN-033", "LOC-024")
                        .by(Paging.fractionsRefused()),
                pages("TRN-parameters-required", "A list without limit is refused")
                        .breaks("TRN-029", "LOC-023")
                        .by(Paging.limitRequired()));
    }

    private static List<Fault> objects() {
        return List.of();
    }

    private static List<Fault> requests() {
        return List.of(
                sent("TRN-no-authorization", "Requests have no Authorization header")
                        .breaks("TRN-004")
                        .by(Requests.withoutHeaders(Headers.AUTHORIZATION)),
                sent("TRN-bearer", "The token is sent as Bearer")
                        .breaks("TRN-005")
                        .by(Requests.header(Headers.AUTHORIZATION, value -> value.replace("Token ", "Bearer "))),
                sent("TRN-no-request-id", "Requests have no X-Request-ID")
                        .breaks("TRN-126")
                        .by(Requests.withoutHeaders(Headers.REQUEST_ID)),
                sent("TRN-one-request-id", "Every request has the same X-Request-ID")
                        .breaks("TRN-127")
                        .by(Requests.header(Headers.REQUEST_ID, id -> ONE_UUID)),
                sent("TRN-no-correlation-id", "Requests have no X-Correlation-ID")
                        .breaks("TRN-129")
                        .by(Requests.withoutHeaders(Headers.CORRELATION_ID)),
                sent("TRN-one-correlation-id", "Every request has the same X-Correlation-ID")
                        .breaks("TRN-130")
                        .by(Requests.header(Headers.CORRELATION_ID, id -> ONE_UUID)),
                sent("TRN-ids-no-uuids", "Message ids are short numbers")
                        .breaks("TRN-133")
                        .by(Requests.header(Headers.REQUEST_ID, id -> Integer.toString(Math.abs(id.hashCode())))),
                sent("TRN-configuration-routed", "Requests of configuration modules have routing headers")
                        .on("*", "versions")
                        .breaks("TRN-091")
                        .by(Requests.request(
                                request -> request.withHeaders(io.vertx.core.MultiMap.caseInsensitiveMultiMap()
                                        .addAll(request.headers())
                                        .set(Headers.FROM_COUNTRY, "NL")
                                        .set(Headers.FROM_PARTY, "XXX")))),
                sent("TRN-requests-without-routing", "Requests of functional modules have no routing headers")
                        .on("*", "functional")
                        .needs("pull")
                        .breaks("TRN-089")
                        .by(Requests.withoutHeaders(ROUTING)));
    }

    private static FaultDraft pages(String name, String title) {
        return served(name, title)
                .on("GET", "functional")
                .where(request -> request.path().isEmpty());
    }
}
