package dev.roamlab.scenarios.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffType;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.pricing.TariffChoice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tariffs of the story.
 *
 * @param tariff the one that Mia pays
 * @param attached whether the place's connectors do not name it themselves
 * @param lent whether it is one of the lab's own
 * @param all the owner's, in order
 * @param timetable a time when it is valid
 */
record Prices(Tariff tariff, boolean attached, boolean lent, List<Document<Tariff>> all, Timetable timetable) {
    private static final BigDecimal RISE = new BigDecimal("1.15");
    private static final BigDecimal FOR_NOTHING_NO_MORE = new BigDecimal("0.10");

    Prices {
        all = List.copyOf(all);
    }

    /**
     * The tariffs for a place.
     *
     * @param named those that the place names and that are known
     * @param shipped lent when the owner has none that a session can be billed with
     */
    static Prices of(Party owner, List<Tariff> named, TariffShelf shelf, List<JsonNode> shipped, When when) {
        List<Document<Tariff>> own = shelf.of(owner);
        if (!named.isEmpty()) {
            return inForce(named, own, when);
        }
        Optional<Tariff> usable = shelf.firstUsable(owner);
        if (usable.isPresent()) {
            return new Prices(usable.get(), true, false, own, when.of(usable.get(), own));
        }
        List<Document<Tariff>> all = new ArrayList<>(own);
        List<Document<Tariff>> lent =
                shipped.stream().map(tariff -> owned(tariff, owner)).toList();
        all.addAll(lent);
        Tariff first = lent.get(0).value();
        return new Prices(first, true, true, all, when.of(first, all));
    }

    /** As the CPO chooses: first for a regular contract, and what is valid when the session begins. */
    private static Prices inForce(List<Tariff> named, List<Document<Tariff>> own, When when) {
        Tariff first = named.stream()
                .min(Comparator.comparing(tariff -> tariff.type()
                        .filter(type -> !type.equals(TariffType.REGULAR))
                        .isPresent()))
                .orElseThrow();
        Instant start = when.of(first, own).start();
        Tariff chosen = TariffChoice.of(named, start, TariffType.REGULAR)
                .or(() -> TariffChoice.at(named, start))
                .orElse(first);
        return new Prices(chosen, false, false, own, when.of(chosen, own));
    }

    /** Where and when the stories would play, as far as it does not depend on the tariff. */
    record When(Instant usual, ZoneId zone, Instant latestUpdate) {
        private Timetable of(Tariff tariff, List<Document<Tariff>> all) {
            Instant latest =
                    all.stream().map(document -> document.value().lastUpdated()).reduce(latestUpdate, Estate::latest);
            return Timetable.of(usual, zone, tariff, latest);
        }
    }

    /** A shipped tariff as another party's. */
    static Document<Tariff> owned(JsonNode tariff, Party owner) {
        ObjectNode json = tariff.deepCopy();
        json.put("country_code", owner.countryCode().value());
        json.put("party_id", owner.partyId().value());
        try {
            return Document.read(Tariff.class, json);
        } catch (InvalidObject impossible) {
            throw new IllegalStateException("a shipped tariff is valid: " + impossible.getMessage(), impossible);
        }
    }

    /** Another tariff than Mia's. */
    Optional<Tariff> other() {
        return all.stream()
                .map(Document::value)
                .filter(candidate -> !candidate.id().equals(tariff.id()))
                .findFirst();
    }

    /** A tariff's first price, after it has been raised. */
    static String raised(Tariff tariff) {
        BigDecimal price = tariff.elements().get(0).priceComponents().get(0).price();
        BigDecimal raised = price.multiply(RISE).setScale(2, RoundingMode.UP);
        return (price.signum() == 0 ? FOR_NOTHING_NO_MORE : raised).toPlainString();
    }
}
