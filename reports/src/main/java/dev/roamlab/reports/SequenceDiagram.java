package dev.roamlab.reports;

import dev.roamlab.lab.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Mermaid sequence diagram of one scenario: a note per step, an arrow per exchange and one per answer. */
final class SequenceDiagram {
    /** More stations than this share one lane; the picture would be wider than any page. */
    private static final int MAX_STATION_LANES = 4;
    /** Mermaid refuses very long texts, and nobody reads them. */
    private static final int MAX_ARROWS = 80;

    private static final int MAX_LABEL = 80;
    private static final String ALL_STATIONS = "stations";
    /** Mermaid takes a bare lower-case "end" for the end of a block. */
    private static final Pattern END = Pattern.compile("\\bend\\b");

    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final boolean stationsShareALane;
    private final StringBuilder text = new StringBuilder("sequenceDiagram\n");
    private int arrows;
    private int left;

    private SequenceDiagram(Set<String> parties) {
        stationsShareALane = parties.stream().filter(party -> rank(party) == 1).count() > MAX_STATION_LANES;
        parties.stream()
                .map(this::lane)
                .distinct()
                .sorted(Comparator.comparingInt(SequenceDiagram::rank).thenComparing(Comparator.naturalOrder()))
                .forEach(lane -> aliases.put(lane, "p" + (aliases.size() + 1)));
        aliases.forEach((lane, alias) -> line("participant " + alias + " as " + escape(title(lane))));
    }

    /** The diagram's text without the code fence; absent when nothing crossed a wire. */
    static Optional<String> of(ScenarioResult scenario, Map<Long, Exchange> exchanges) {
        Set<String> parties = scenario.exchanges().stream()
                .map(exchanges::get)
                .filter(exchange -> exchange != null)
                .flatMap(exchange -> Stream.of(exchange.from(), exchange.to()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (parties.isEmpty()) {
            return Optional.empty();
        }
        SequenceDiagram diagram = new SequenceDiagram(parties);
        for (StepResult step : scenario.steps()) {
            diagram.step(
                    step,
                    step.exchanges().stream()
                            .map(exchanges::get)
                            .filter(exchange -> exchange != null)
                            .toList());
        }
        return Optional.of(diagram.finish());
    }

    private void step(StepResult step, List<Exchange> exchanges) {
        note(step.number() + ". " + step.sentence()
                + (step.verdict() == Verdict.PASSED ? "" : " (" + step.verdict().words() + ")"));
        for (List<Exchange> alike : runsOfAlike(exchanges)) {
            if (arrows >= MAX_ARROWS) {
                left += alike.size();
            } else {
                arrows(alike.get(0), alike.size());
            }
        }
    }

    /** Twenty meter values in a row become one arrow with a count. */
    private List<List<Exchange>> runsOfAlike(List<Exchange> exchanges) {
        List<List<Exchange>> runs = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            if (runs.isEmpty() || !alike(runs.get(runs.size() - 1).get(0), exchange)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(exchange);
        }
        return runs;
    }

    private boolean alike(Exchange a, Exchange b) {
        return a.operation().equals(b.operation())
                && lane(a.from()).equals(lane(b.from()))
                && lane(a.to()).equals(lane(b.to()))
                && answer(a).equals(answer(b));
    }

    private void arrows(Exchange exchange, int times) {
        arrows++;
        String from = alias(exchange.from());
        String to = alias(exchange.to());
        line(from + "->>" + to + ": " + escape(exchange.operation() + (times > 1 ? " (" + times + " times)" : "")));
        String arrow = exchange.response().isPresent() ? "-->>" : "--x";
        line(to + arrow + from + ": " + escape(answer(exchange)));
    }

    static String answer(Exchange exchange) {
        return exchange.response()
                .map(Exchange.Message::line)
                .or(exchange::failure)
                .filter(line -> !line.isBlank())
                .orElse("no answer");
    }

    private void note(String words) {
        List<String> lanes = List.copyOf(aliases.values());
        String over = lanes.size() == 1 ? lanes.get(0) : lanes.get(0) + "," + lanes.get(lanes.size() - 1);
        line("Note over " + over + ": " + escape(words));
    }

    private String finish() {
        if (left > 0) {
            note("and " + left + " more exchanges, see trace.jsonl");
        }
        return text.toString();
    }

    private String lane(String party) {
        return stationsShareALane && rank(party) == 1 ? ALL_STATIONS : party;
    }

    private String alias(String party) {
        return aliases.getOrDefault(lane(party), "p1");
    }

    /** Lanes stand as the story runs: driver, station, CPO, eMSP, everybody else. */
    private static int rank(String party) {
        String kind = party.split("[:/ ]", 2)[0];
        return switch (kind) {
            case "driver" -> 0;
            case "station", "charger", ALL_STATIONS -> 1;
            case "cpo" -> 2;
            case "emsp" -> 3;
            default -> 4;
        };
    }

    private static String title(String lane) {
        return switch (lane) {
            case "cpo" -> "CPO";
            case "emsp" -> "eMSP";
            default -> lane.startsWith("station:") ? lane.substring("station:".length()) : lane;
        };
    }

    private void line(String line) {
        text.append("  ").append(line).append('\n');
    }

    /**
     * Text that Mermaid shows as it is. Letters, digits and harmless punctuation stand for themselves; everything else
     * of ASCII becomes a {@code #code;}, above all {@code ;} (ends a statement), {@code #} (starts a code or a comment),
     * quotes, brackets and percent signs.
     */
    static String escape(String raw) {
        String oneLine = raw.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        String shown = oneLine.length() <= MAX_LABEL ? oneLine : oneLine.substring(0, MAX_LABEL - 1) + "…";
        StringBuilder out = new StringBuilder();
        END.matcher(shown).replaceAll("e\u0000d").codePoints().forEach(point -> {
            if (point == 0) {
                out.append("#110;");
            } else if (point > 0x7F || Character.isLetterOrDigit(point) || " .,-_/()=+".indexOf(point) >= 0) {
                out.appendCodePoint(point);
            } else {
                out.append('#').append(point).append(';');
            }
        });
        return out.toString();
    }
}
