package dev.roamlab.cli.chargers;

import dev.roamlab.station.behaviour.Behaviour.Progress;
import dev.roamlab.station.fleet.FleetFigures;
import dev.roamlab.station.fleet.FleetFiguresBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How all chargers stand at one moment: what the live view shows, and what a process tells the one that started it.
 *
 * @param told how many have been told to connect so far
 * @param finished chargers that have finished what their behaviour asks of them
 * @param problems why connections could not be made, and how often
 * @param unfinished chargers that have not finished, with the reason; the first few
 * @param dramas what befalls the fleet just now, one sentence each
 */
record Standing(
        FleetFigures figures,
        int told,
        int finished,
        Progress visits,
        Map<String, Long> problems,
        List<String> unfinished,
        List<String> dramas) {
    static final int SHOWN = 10;
    static final Standing NONE =
            new Standing(FleetFigures.NONE, 0, 0, new Progress(0, 0, 0), Map.of(), List.of(), List.of());

    Standing {
        problems = new TreeMap<>(problems);
        unfinished = unfinished.stream().limit(SHOWN).toList();
        dramas = List.copyOf(dramas);
    }

    Standing with(FleetFigures later) {
        return new Standing(later, told, finished, visits, problems, unfinished, dramas);
    }

    Standing with(List<String> open) {
        return new Standing(figures, told, finished, visits, problems, open, dramas);
    }

    /** There are more chargers than these, of which nothing is known yet. */
    Standing notAllTold() {
        return new Standing(figures, 0, 0, visits, problems, unfinished, dramas);
    }

    /** The same chargers, all of a sudden without the process they lived in. */
    Standing gone() {
        FleetFigures none = FleetFiguresBuilder.builder(figures)
                .connected(0)
                .accepted(0)
                .backingOff(0)
                .charging(0)
                .watts(0)
                .build();
        return new Standing(none, told, 0, visits, problems, unfinished, List.of());
    }

    Standing plus(Standing other) {
        Map<String, Long> all = new TreeMap<>(problems);
        other.problems.forEach((problem, times) -> all.merge(problem, times, Long::sum));
        List<String> open = new ArrayList<>(unfinished);
        open.addAll(other.unfinished);
        List<String> happening = new ArrayList<>(dramas);
        other.dramas.stream().filter(drama -> !happening.contains(drama)).forEach(happening::add);
        return new Standing(
                figures.plus(other.figures),
                told + other.told,
                finished + other.finished,
                new Progress(
                        visits.begun() + other.visits.begun(),
                        visits.charged() + other.visits.charged(),
                        visits.turnedAway() + other.visits.turnedAway()),
                all,
                open,
                happening);
    }

    /** Whether every charger has tried to connect, and none has ever succeeded. */
    boolean isHopeless() {
        return figures.stations() > 0
                && told >= figures.stations()
                && figures.connects() == 0
                && figures.refusals() >= figures.stations();
    }

    boolean isFinished() {
        return figures.stations() > 0 && finished >= figures.stations();
    }
}
