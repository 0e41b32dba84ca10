package dev.roamlab.scenarios.own;

import dev.roamlab.ocpi.types.Party;
import dev.roamlab.scenarios.world.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in plain words which place was chosen and why, and what was added or left out. */
final class Choice {
    private final OwnStock stock;
    private final Estate estate;
    private final Candidate place;
    private final Prices prices;
    private final Set<Feature> features;

    Choice(OwnStock stock, Estate estate, Candidate place, Prices prices, Set<Feature> features) {
        this.stock = stock;
        this.estate = estate;
        this.place = place;
        this.prices = prices;
        this.features = features;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(counted());
        sentences.add("The story plays at " + place.fullName() + ", because it has " + sockets() + tariffReason() + "."
                + next());
        sentences.add(owner());
        sentences.add("The charger is simulated: "
                + quoted(ChargerFit.similar(place.sockets()).name()) + ", fitted with the connectors of your file.");
        sentences.addAll(priceNotes(prices, "its connectors"));
        sentences.addAll(omissions());
        return sentences;
    }

    private String counted() {
        int usable = stock.usable();
        int all = stock.locations();
        if (all == 1) {
            return "The one location that you gave can carry the story.";
        }
        return usable == all
                ? "All your " + Words.count(all, "location") + " can carry the story."
                : String.format(Locale.ROOT, "%,d of your %,d locations can carry the story", usable, all)
                        + "; of the others, " + lacks(stock.lacks()) + ".";
    }

    private String sockets() {
        List<Socket> sockets = place.sockets();
        Socket first = sockets.get(0);
        String kind = first.direct() ? "DC" : "AC";
        boolean mixed = sockets.size() > 1 && sockets.get(1).direct() != first.direct();
        String number = sockets.size() == 1 ? "one" : "two";
        String noun = sockets.size() == 1 ? " charging point" : " charging points";
        return number + (mixed ? "" : " " + kind) + noun + " ("
                + first.connector().standard() + ", "
                + Words.number(first.model().maxPowerKw()) + " kW)";
    }

    private String tariffReason() {
        return prices.attached()
                ? ""
                : " and its tariff " + prices.tariff().id().value() + " is in your tariffs file";
    }

    private String next() {
        return estate.best().stream()
                .skip(1)
                .findFirst()
                .map(other -> " Next best: " + other.fullName()
                        + (other.score() == place.score() ? ", equally good, but later in the file" : "") + ".")
                .orElse("");
    }

    private String owner() {
        int theirs = estate.texts().size();
        int locations = stock.locations() - theirs;
        int tariffs = stock.tariffCount() - stock.tariffs().of(estate.owner()).size();
        String begin = "Its owner, " + estate.owner() + ", plays the CPO with " + Words.count(theirs, "location") + ".";
        if (locations == 0 && tariffs == 0) {
            return begin;
        }
        List<String> left = new ArrayList<>();
        if (locations > 0) {
            left.add(Words.count(locations, "location"));
        }
        if (tariffs > 0) {
            left.add(Words.count(tariffs, "tariff"));
        }
        return begin + " " + String.join(" and ", left) + " of other parties stay out of it.";
    }

    private static List<String> priceNotes(Prices prices, String connectors) {
        List<String> notes = new ArrayList<>();
        String id = prices.tariff().id().value();
        if (prices.lent()) {
            notes.add("No tariff of yours fits, so " + connectors + " get " + id
                    + ", a tariff of the lab; prices and bills below are made with it.");
        } else if (prices.attached()) {
            notes.add("None of the tariffs that your connectors name is in your tariffs file, so " + connectors
                    + " get " + id + ", the first that a session can be billed with.");
        }
        if (prices.timetable().early()) {
            notes.add("Tariff " + id + " was valid in the past only, so the story plays on "
                    + prices.timetable().date()
                    + "; whatever is younger in your files is shown as one second older than that.");
        } else {
            notes.add("It is " + prices.timetable().date() + " in the lab, later than any change in your files"
                    + (prices.tariff().startDateTime().isPresent()
                                    || prices.tariff().endDateTime().isPresent()
                            ? " and while tariff " + id + " is valid."
                            : "."));
        }
        return notes;
    }

    private List<String> omissions() {
        List<String> left = new ArrayList<>();
        omit(left, Feature.SPARE_EVSE, "no EVSE besides the charger's can break down");
        omit(left, Feature.CLOSING_EVSE, "no further EVSE can be taken away");
        omit(left, Feature.SECOND_TARIFF, "no second tariff can become dearer");
        omit(left, Feature.REMOTE_START, "the charger cannot be started from an app (no REMOTE_START_STOP_CAPABLE)");
        return left.isEmpty()
                ? List.of()
                : List.of("Some steps are left out, because with your data " + String.join(", ", left) + ".");
    }

    private void omit(List<String> left, Feature feature, String reason) {
        if (!features.contains(feature)) {
            left.add(reason);
        }
    }

    /** Why no location will do. */
    static String nowhere(OwnStock stock) {
        int all = stock.locations();
        return all == 1
                ? "The one valid location cannot carry the story: it has "
                        + stock.lacks().keySet().iterator().next().words() + "."
                : "None of the " + Words.count(all, "valid location") + " can carry the story: " + lacks(stock.lacks())
                        + ".";
    }

    private static String lacks(Map<Lack, Integer> lacks) {
        return lacks.entrySet().stream()
                .sorted(Map.Entry.<Lack, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> String.format(Locale.ROOT, "%,d", entry.getValue())
                        + (entry.getValue() == 1 ? " has " : " have ")
                        + entry.getKey().words())
                .collect(Collectors.joining(", "));
    }

    /** Why no tariff will do. */
    static String noPrice(OwnStock stock) {
        return "None of the " + Words.count(stock.tariffCount(), "valid tariff")
                + " has a price for charging: all of them are for reservations.";
    }

    /** The sentences when only tariffs were given. */
    static List<String> ofPrices(OwnStock stock, Party owner, Prices prices) {
        int others = stock.tariffCount() - stock.tariffs().of(owner).size();
        List<String> sentences = new ArrayList<>();
        sentences.add("You gave tariffs and no locations, so the story plays at the lab's own places. They become "
                + owner + "'s, and all their connectors get tariff "
                + prices.tariff().id().value() + ", the first of yours that a session can be billed with."
                + (others == 0 ? "" : " " + Words.count(others, "tariff") + " of other parties stay out of it."));
        priceNotes(prices, "").stream().skip(1).forEach(sentences::add);
        return sentences;
    }

    private static String quoted(String name) {
        return "“" + name + "”";
    }
}
