package dev.roamlab.cli.chargers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.station.behaviour.Behaviour.Progress;
import dev.roamlab.station.fleet.FleetFigures;
import dev.roamlab.station.fleet.FleetFiguresBuilder;
import dev.roamlab.station.fleet.RoundTrips;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A standing on its way from one process to another, and in the file of a report. */
final class StandingJson {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private StandingJson() {}

    /** In one line. */
    static String write(Standing standing) {
        return tree(standing).toString();
    }

    /** For people and their programs: with percentiles, and how long it took. */
    static String report(Standing standing, Duration took) {
        ObjectNode json = tree(standing);
        json.put("seconds", took.toMillis() / 1000.0);
        RoundTrips trips = standing.figures().roundTrips();
        json.putObject("roundTripMillis")
                .put("p50", trips.percentile(0.5).toNanos() / 1e6)
                .put("p95", trips.percentile(0.95).toNanos() / 1e6)
                .put("p99", trips.percentile(0.99).toNanos() / 1e6);
        json.remove("roundTrips");
        return json.toPrettyString() + "\n";
    }

    private static ObjectNode tree(Standing standing) {
        FleetFigures figures = standing.figures();
        ObjectNode json = JSON.createObjectNode()
                .put("format", 1)
                .put("stations", figures.stations())
                .put("told", standing.told())
                .put("connected", figures.connected())
                .put("accepted", figures.accepted())
                .put("backingOff", figures.backingOff())
                .put("charging", figures.charging())
                .put("watts", figures.watts())
                .put("sent", figures.sent())
                .put("received", figures.received())
                .put("timeouts", figures.timeouts())
                .put("callErrors", figures.callErrors())
                .put("connects", figures.connects())
                .put("reconnects", figures.reconnects())
                .put("refusals", figures.refusals())
                .put("losses", figures.losses())
                .put("transactionsEnded", figures.transactionsEnded())
                .put("unconfirmed", figures.unconfirmed())
                .put("finished", standing.finished())
                .put("visits", standing.visits().begun())
                .put("charged", standing.visits().charged())
                .put("turnedAway", standing.visits().turnedAway());
        ObjectNode problems = json.putObject("problems");
        standing.problems().forEach(problems::put);
        standing.unfinished().forEach(json.putArray("unfinished")::add);
        standing.dramas().forEach(json.putArray("dramas")::add);
        for (long count : figures.roundTrips().counts()) {
            json.withArray("roundTrips").add(count);
        }
        return json;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static Standing read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (!json.path("stations").isInt()) {
                throw new IllegalArgumentException("no standing: " + line);
            }
            return read(json);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("no standing: " + line, noJson);
        }
    }

    private static Standing read(JsonNode json) {
        Map<String, Long> problems = new TreeMap<>();
        json.path("problems")
                .properties()
                .forEach(problem ->
                        problems.put(problem.getKey(), problem.getValue().asLong()));
        return new Standing(
                figures(json),
                json.path("told").asInt(),
                json.path("finished").asInt(),
                new Progress(
                        json.path("visits").asLong(),
                        json.path("charged").asLong(),
                        json.path("turnedAway").asLong()),
                problems,
                texts(json.path("unfinished")),
                texts(json.path("dramas")));
    }

    private static FleetFigures figures(JsonNode json) {
        long[] counts = StreamSupport.stream(json.path("roundTrips").spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
        return FleetFiguresBuilder.builder()
                .stations(json.path("stations").asInt())
                .connected(json.path("connected").asInt())
                .accepted(json.path("accepted").asInt())
                .backingOff(json.path("backingOff").asInt())
                .charging(json.path("charging").asInt())
                .watts(json.path("watts").asDouble())
                .sent(json.path("sent").asLong())
                .received(json.path("received").asLong())
                .timeouts(json.path("timeouts").asLong())
                .callErrors(json.path("callErrors").asLong())
                .connects(json.path("connects").asLong())
                .reconnects(json.path("reconnects").asLong())
                .refusals(json.path("refusals").asLong())
                .losses(json.path("losses").asLong())
                .transactionsEnded(json.path("transactionsEnded").asLong())
                .unconfirmed(json.path("unconfirmed").asLong())
                .roundTrips(RoundTrips.of(counts))
                .build();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
