package dev.roamlab.node.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.roamlab.ocpi.http.Headers;
import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.http.WireRequest;
import dev.roamlab.ocpi.json.DateTimes;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Advice that spoils lists and the way through their pages. */
final class Paging {
    private static final Pattern OFFSET = Pattern.compile("([?&])offset=(\\d{1,9})");
    private static final Pattern AFTER = Pattern.compile("&after=[^&]*");

    private Paging() {}

    /** A header that should tell about the whole list tells about this page. */
    static Advice headerFromPage(String header) {
        return Answers.success(answer -> Messages.header(answer, header, value -> Integer.toString(size(answer))));
    }

    /** The total of the list without its filters. */
    static Advice totalWithoutFilters() {
        return (request, onward) -> {
            boolean filtered = request.rawQuery().contains("date_");
            return onward.apply(request)
                    .compose(page -> !filtered || !Messages.isSuccess(page)
                            ? Future.succeededFuture(page)
                            : Requests.ignoring("date_from", "date_to")
                                    .around(request, onward)
                                    .map(all ->
                                            Messages.header(page, Headers.TOTAL_COUNT, filteredTotal -> total(all))));
        };
    }

    private static String total(WireAnswer answer) {
        return String.valueOf(answer.headers().get(Headers.TOTAL_COUNT));
    }

    /** A Link that does not lead on. */
    static Advice linkToItself() {
        return (request, onward) ->
                onward.apply(request).map(answer -> Messages.header(answer, Headers.LINK, link -> link(request.url())));
    }

    /** A Link also where there is nothing more. */
    static Advice linkWhereNone() {
        return (request, onward) -> onward.apply(request)
                .map(answer -> Messages.isSuccess(answer)
                                && answer.headers().contains(Headers.TOTAL_COUNT)
                                && !answer.headers().contains(Headers.LINK)
                        ? answer.withHeaders(MultiMap.caseInsensitiveMultiMap()
                                .addAll(answer.headers())
                                .set(Headers.LINK, link(further(request, size(answer)))))
                        : answer);
    }

    private static String link(String url) {
        return "<" + url + ">; rel=\"next\"";
    }

    private static String further(WireRequest request, int by) {
        Matcher offset = OFFSET.matcher(request.url());
        if (offset.find()) {
            return offset.replaceFirst("$1offset=" + (Integer.parseInt(offset.group(2)) + by));
        }
        return request.url() + (request.rawQuery().isEmpty() ? "?" : "&") + "offset=" + by;
    }

    /** The object before the first of a page is listed again, in the place of the last. */
    static Advice overlapping() {
        return (request, onward) -> {
            Matcher offset = OFFSET.matcher(request.url());
            if (!offset.find() || offset.group(2).equals("0")) {
                return onward.apply(request);
            }
            WireRequest before =
                    request.withUrl(AFTER.matcher(offset.replaceFirst("$1offset=" + oneLess(offset.group(2))))
                            .replaceAll(""));
            return onward.apply(request).compose(page -> onward.apply(before).map(earlier -> joined(page, earlier)));
        };
    }

    private static WireAnswer joined(WireAnswer page, WireAnswer earlier) {
        Optional<JsonNode> first = Messages.json(earlier.body())
                .map(envelope -> envelope.path("data").path(0))
                .filter(JsonNode::isObject);
        return first.map(object -> Messages.edited(page, envelope -> {
                    if (envelope.path("data") instanceof ArrayNode list && !list.isEmpty()) {
                        list.remove(list.size() - 1);
                        list.insert(0, object);
                    }
                }))
                .orElse(page);
    }

    /** Refuses moments that are not whole seconds. */
    static Advice fractionsRefused() {
        return refusing(Pattern.compile("date_(from|to)=[^&]*\\.\\d"), true, "date: must be whole seconds");
    }

    /** Refuses a list of any length. */
    static Advice limitRequired() {
        return refusing(Pattern.compile("(^|&)limit="), false, "limit: missing");
    }

    private static Advice refusing(Pattern query, boolean whenFound, String message) {
        return (request, onward) -> onward.apply(request)
                .map(answer -> query.matcher(request.rawQuery()).find() == whenFound
                        ? Behaviours.refusal(answer, 2001, message)
                        : answer);
    }

    static String oneLess(String number) {
        return Integer.toString(Math.max(0, Integer.parseInt(number) - 1));
    }

    /** A moment in a query, so little later that no other object lies in between. */
    static String justAfter(String escaped) {
        String text = URLDecoder.decode(escaped, StandardCharsets.UTF_8).replace(' ', '+');
        return DateTimes.parse(text)
                .map(moment -> DateTimes.format(moment.plus(Duration.ofMillis(1))))
                .map(later -> URLEncoder.encode(later, StandardCharsets.UTF_8))
                .orElse(escaped);
    }

    private static int size(WireAnswer answer) {
        return Messages.json(answer.body())
                .map(envelope -> envelope.path("data").size())
                .orElse(0);
    }
}
