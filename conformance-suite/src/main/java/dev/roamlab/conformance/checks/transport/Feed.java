package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Forms;
import dev.roamlab.conformance.tester.Incoming;
import dev.roamlab.conformance.tester.Reply;
import dev.roamlab.conformance.tester.Script;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A list that we serve in small pages while the system pulls it: some objects of the check's own, and behind them what we always
 * own, so that a system which forgets what is not listed forgets nothing.
 */
final class Feed implements AutoCloseable {
    private static final int PAGE = 2;

    private final Probe probe;
    private final String module;
    private final List<ObjectNode> objects;
    private final Script script;
    private final AtomicInteger served = new AtomicInteger();
    private volatile UnaryOperator<String> spelling = name -> name;
    private volatile boolean shrinks;

    private Feed(Probe probe, String module, List<ObjectNode> objects) {
        this.probe = probe;
        this.module = module;
        this.objects = new CopyOnWriteArrayList<>(objects);
        this.script = probe.platform()
                .script(incoming -> incoming.is("GET", module, Side.SENDER)
                        && incoming.rest().isEmpty()
                        && incoming.version().filter(probe::is).isPresent());
        script.answer(this::page);
    }

    /** The list that the system's role pulls, these objects first. */
    static Feed of(Probe probe, List<ObjectNode> first) {
        List<ObjectNode> all = new ArrayList<>(first);
        probe.platform().owned(module(probe)).list().forEach(object -> all.add(Forms.in(probe.version(), object)));
        return new Feed(probe, module(probe), all);
    }

    /** What the system under test is the Receiver of, and pulls. */
    static String module(Probe probe) {
        return probe.role() == SutRole.CPO ? "tokens" : "locations";
    }

    static String idField(Probe probe) {
        return probe.role() == SutRole.CPO ? "uid" : "id";
    }

    /** A fresh object that does no harm. */
    static ObjectNode object(Probe probe) {
        return probe.role() == SutRole.CPO
                ? probe.platform().samples().tokens().minimal(probe.version())
                : probe.platform().samples().locations().minimal(probe.version());
    }

    /** Spells the names of the paging headers in another way. */
    Feed spelled(UnaryOperator<String> names) {
        spelling = names;
        return this;
    }

    /** After the second page the first object is gone. */
    Feed shrinking() {
        shrinks = true;
        return this;
    }

    private Reply page(Incoming incoming) {
        if (shrinks && served.incrementAndGet() == 3) {
            objects.remove(0);
        }
        int offset = number(incoming, "offset", 0);
        int limit = Math.min(PAGE, number(incoming, "limit", PAGE));
        int end = Math.min(objects.size(), offset + limit);
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        for (int i = offset; i < end; i++) {
            data.add(objects.get(i));
        }
        Reply reply = Reply.envelope(data)
                .with(spelling.apply("X-Total-Count"), String.valueOf(objects.size()))
                .with(spelling.apply("X-Limit"), String.valueOf(PAGE));
        return end < objects.size() ? reply.with(spelling.apply("Link"), link(incoming, end, limit)) : reply;
    }

    private static String link(Incoming incoming, int offset, int limit) {
        String filters = Optional.ofNullable(incoming.uri().getRawQuery())
                .orElse("")
                .lines()
                .flatMap(query -> List.of(query.split("&")).stream())
                .filter(pair -> pair.startsWith("date_"))
                .map(pair -> pair + "&")
                .reduce("", String::concat);
        return "<" + incoming.uri().toString().split("\\?", 2)[0] + "?" + filters + "offset=" + offset + "&limit="
                + limit + "&cursor=abc>; rel=\"next\"";
    }

    private static int number(Incoming incoming, String name, int otherwise) {
        String text = incoming.query().getOrDefault(name, "");
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    /** Has the operator pull the list, and waits until the last page is out, or nothing more comes. */
    Feed pulled() {
        try {
            probe.trigger("pull", Map.of("module", module, "full", true));
        } catch (TriggerUnavailable failed) {
            // A pull that broke off is reported by the operator's side, and judged by its calls.
            if (pages().isEmpty()) {
                throw failed;
            }
        }
        probe.eventually(
                probe.sut().timings().reaction(),
                () -> pages().stream().anyMatch(page -> !page.responseHeaders().has("Link")));
        if (pages().isEmpty()) {
            throw probe.inconclusive("the trigger pull was pulled, and no GET of our list of " + module + " came");
        }
        return this;
    }

    /** The pages that were fetched so far. */
    List<WireExchange> pages() {
        return script.hits();
    }

    int size() {
        return objects.size();
    }

    /** Whether a page had this object. */
    boolean gave(String id) {
        for (WireExchange page : pages()) {
            for (JsonNode object : page.data()) {
                if (object.path(idField(probe)).asText().equals(id)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The distinct objects that were fetched. */
    long fetched() {
        return pages().stream()
                .flatMap(page -> Lists.keys(page.data()).stream())
                .distinct()
                .count();
    }

    /** Whether the system shows the object on its Receiver interface. */
    boolean isKept(ObjectNode object) {
        WireExchange got = probe.readBack(
                () -> probe.get(probe.endpoint(module, Side.RECEIVER))
                        .path(
                                probe.us().countryCode(),
                                probe.us().partyId(),
                                object.path(idField(probe)).asText()),
                WireExchange::accepted);
        return got.accepted();
    }

    @Override
    public void close() {
        script.close();
    }
}
