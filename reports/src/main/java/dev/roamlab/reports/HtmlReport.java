package dev.roamlab.reports;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code report.html}: the run as one page that opens from disk, asks nothing of the network and runs no script but its
 * own. The page's parts lie beside this class as plain files; the run goes into it as data.
 */
public final class HtmlReport {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private HtmlReport() {}

    /** The page in parts, to be written one after the other. */
    public static Stream<String> render(Run run) {
        HtmlData data = new HtmlData(run);
        Map<String, Supplier<Stream<String>>> content = Map.of(
                "title",
                () -> Stream.of(escape(run.title())),
                "policy",
                () -> Stream.of(HtmlPage.POLICY),
                "style",
                () -> Stream.of(HtmlPage.STYLE),
                "script",
                () -> Stream.of(HtmlPage.SCRIPT),
                "run",
                data::results,
                "charges",
                data::charges,
                "index",
                data::index,
                "trace",
                data::trace);
        return parts(HtmlPage.TEMPLATE, content);
    }

    private static Stream<String> parts(String template, Map<String, Supplier<Stream<String>>> content) {
        Stream<String> page = Stream.empty();
        int from = 0;
        for (Iterator<MatchResult> places = PLACE.matcher(template).results().iterator(); places.hasNext(); ) {
            MatchResult place = places.next();
            Supplier<Stream<String>> filling = content.get(place.group(1));
            if (filling == null) {
                throw new IllegalStateException("page.html: nothing to put in place of " + place.group());
            }
            // Not flatMap: read through an iterator, that would hold a whole part in memory.
            page = Stream.concat(
                    page, Stream.concat(Stream.of(template.substring(from, place.start())), filling.get()));
            from = place.end();
        }
        return Stream.concat(page, Stream.of(template.substring(from)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
