package dev.roamlab.conformance.checks.tariffs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.cdrs.CdrBook;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.checks.objects.OwnList;
import dev.roamlab.conformance.subject.SutRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Tariffs say, and where they are used. Spec: mod_tariffs_tariff_object. */
@Checks(module = CatalogueModule.TARIFFS)
final class TariffContentsCheck {
    private static final Set<String> OF_OUR_DRIVERS = Set.of("RFID", "APP_USER");

    @Proves(
            value = {"TAR-032", "TAR-033", "TAR-064"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void elements_are_in_good_order(Probe probe) {
        for (SeenObject tariff : tariffs(probe).values()) {
            fallback(probe.claim("TAR-032").on(tariff), tariff.json());
            if (isFree(tariff.json())) {
                JsonNode elements = tariff.json().path("elements");
                JsonNode components = elements.path(0).path("price_components");
                boolean plain = elements.size() == 1
                        && components.size() == 1
                        && components.path(0).path("type").asText().equals("FLAT")
                        && elements.path(0).path("restrictions").isEmpty();
                probe.claim("TAR-033")
                        .on(tariff)
                        .at(tariff.pointer() + "/elements")
                        .holds(plain, "one FLAT of 0.00 in one element without restrictions", elements);
                if (plain) {
                    probe.claim("TAR-064").on(tariff).held();
                }
            }
        }
    }

    private static void fallback(Claim claim, JsonNode tariff) {
        Map<String, Boolean> open = new LinkedHashMap<>();
        Set<String> closed = new LinkedHashSet<>();
        for (JsonNode element : tariff.path("elements")) {
            JsonNode restrictions = element.path("restrictions");
            boolean always = restrictions.isEmpty();
            for (JsonNode component : element.path("price_components")) {
                String dimension = component.path("type").asText();
                if (always) {
                    open.computeIfPresent(dimension, (same, waiting) -> false);
                    closed.add(dimension);
                } else if (!restrictions.has("reservation")) {
                    claim.holds(
                            !closed.contains(dimension),
                            dimension + " without restrictions last",
                            "a restricted one after it");
                    open.put(dimension, true);
                }
            }
        }
        open.forEach((dimension, waiting) -> claim.holds(
                !waiting || closed.contains(dimension), "a price for " + dimension + " without restrictions", "none"));
    }

    private static boolean isFree(JsonNode tariff) {
        List<JsonNode> prices = tariff.path("elements").findValues("price");
        return !prices.isEmpty()
                && prices.stream()
                        .allMatch(price ->
                                price.isNumber() && price.decimalValue().signum() == 0);
    }

    @Proves(value = "TAR-055", stage = Stage.FINAL, sut = SutRole.CPO)
    void last_updated_moves_on(Probe probe) {
        Map<String, SeenObject> before = new HashMap<>();
        for (SeenObject tariff : occurrences(probe)) {
            Optional<Instant> updated = Moment.of(tariff.json().path("last_updated"));
            SeenObject older = before.put(OwnList.key(tariff.json()), tariff);
            Claim claim = probe.claim("TAR-055").on(tariff).at(tariff.pointer() + "/last_updated");
            updated.ifPresent(moment -> claim.holdsOrWarns(
                    !moment.isAfter(tariff.exchange()
                            .at()
                            .plus(tariff.exchange().took())
                            .plusSeconds(60)),
                    "no time in the future",
                    moment));
            if (older != null && !Alike.differing(older.json(), tariff.json()).isEmpty()) {
                Optional<Instant> was = Moment.of(older.json().path("last_updated"));
                // Of two exchanges at the same time nobody knows which content is the newer one.
                boolean later = tariff.exchange()
                        .at()
                        .isAfter(older.exchange().at().plus(older.exchange().took()));
                if (was.isPresent() && updated.isPresent() && later) {
                    claim.holds(
                            !updated.get().isBefore(was.get()),
                            was.get() + " or later for a changed Tariff",
                            updated.get());
                    claim.holdsOrWarns(
                            !updated.equals(was), "a later last_updated for a changed Tariff", updated.get());
                }
            }
        }
    }

    @Proves(
            value = {"TAR-051", "TAR-052", "TAR-115"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void a_tariff_is_used_while_it_is_valid(Probe probe) {
        for (SeenObject cdr : CdrBook.atTheEnd(probe).plain()) {
            for (JsonNode tariff : cdr.json().path("tariffs")) {
                List<Integer> periods = periodsOf(cdr.json(), tariff.path("id").asText());
                if (!periods.isEmpty()) {
                    validity(probe, cdr, tariff, periods);
                    payment(probe, cdr, tariff);
                }
            }
        }
    }

    private static List<Integer> periodsOf(JsonNode cdr, String tariffId) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < cdr.path("charging_periods").size(); i++) {
            if (cdr.path("charging_periods").get(i).path("tariff_id").asText("").equalsIgnoreCase(tariffId)) {
                indices.add(i);
            }
        }
        return indices;
    }

    private static void validity(Probe probe, SeenObject cdr, JsonNode tariff, List<Integer> periods) {
        JsonNode all = cdr.json().path("charging_periods");
        Moment.of(tariff.path("start_date_time")).ifPresent(valid -> {
            for (int index : periods) {
                Claim claim = probe.claim("TAR-051").on(cdr).at(cdr.pointer() + "/charging_periods/" + index);
                Optional<Instant> begins = Moment.of(all.get(index).path("start_date_time"));
                Optional<Instant> ends = Moment.of(
                        index + 1 < all.size()
                                ? all.get(index + 1).path("start_date_time")
                                : cdr.json().path("end_date_time"));
                if (begins.isPresent() && ends.isPresent()) {
                    claim.holds(
                            !ends.get().isBefore(valid), "no period before the Tariff's start, " + valid, ends.get());
                    claim.holdsOrWarns(
                            !begins.get().isBefore(valid), "no period that begins before " + valid, begins.get());
                }
            }
        });
        Optional<Instant> started = Moment.of(cdr.json().path("start_date_time"));
        Optional<Instant> over = Moment.of(tariff.path("end_date_time"));
        if (started.isPresent() && over.isPresent()) {
            probe.claim("TAR-052")
                    .on(cdr)
                    .holds(!started.get().isAfter(over.get()), "a session that began by " + over.get(), started.get());
        }
    }

    private static void payment(Probe probe, SeenObject cdr, JsonNode tariff) {
        JsonNode token = cdr.json().path("cdr_token");
        boolean ours =
                token.path("party_id").asText().equalsIgnoreCase(probe.us().partyId());
        boolean contract = OF_OUR_DRIVERS.contains(token.path("type").asText());
        if (ours && contract) {
            probe.claim("TAR-115")
                    .on(cdr)
                    .holds(
                            !tariff.path("type").asText().equals("AD_HOC_PAYMENT"),
                            "no AD_HOC_PAYMENT Tariff for a driver with a contract",
                            tariff.path("id"));
        }
    }

    @Proves(value = "TAR-118", stage = Stage.FINAL, sut = SutRole.CPO)
    void one_tariff_of_a_type_is_active_on_a_connector(Probe probe) {
        Map<String, JsonNode> byId = new HashMap<>();
        tariffs(probe).values().forEach(seen -> byId.put(folded(seen.text("id")), seen.json()));
        for (SeenObject location : probe.seen().all("Location")) {
            if (location.partial() || !location.isOwn()) {
                continue;
            }
            for (JsonNode evse : location.json().path("evses")) {
                for (JsonNode connector : evse.path("connectors")) {
                    List<JsonNode> known = new ArrayList<>();
                    connector
                            .path("tariff_ids")
                            .forEach(id -> Optional.ofNullable(byId.get(folded(id.asText())))
                                    .ifPresent(known::add));
                    apart(probe.claim("TAR-118").on(location), known);
                }
            }
        }
    }

    private static void apart(Claim claim, List<JsonNode> tariffs) {
        for (int i = 0; i < tariffs.size(); i++) {
            for (int j = i + 1; j < tariffs.size(); j++) {
                JsonNode one = tariffs.get(i);
                JsonNode other = tariffs.get(j);
                boolean together =
                        from(one).isBefore(until(other)) && from(other).isBefore(until(one));
                String pair =
                        one.path("id").asText() + " and " + other.path("id").asText();
                String type = one.path("type").asText("");
                if (!type.equals(other.path("type").asText(""))) {
                    claim.held();
                } else if (type.isEmpty()) {
                    claim.holdsOrWarns(!together, "one Tariff without type at a time", pair);
                } else {
                    claim.holds(!together, "one Tariff of type " + type + " at a time", pair);
                }
            }
        }
    }

    private static Instant from(JsonNode tariff) {
        return Moment.of(tariff.path("start_date_time")).orElse(Instant.MIN);
    }

    private static Instant until(JsonNode tariff) {
        return Moment.of(tariff.path("end_date_time")).orElse(Instant.MAX);
    }

    /** Each Tariff that was listed or pushed, as it was last. */
    private static Map<String, SeenObject> tariffs(Probe probe) {
        Map<String, SeenObject> tariffs = new LinkedHashMap<>();
        occurrences(probe).forEach(tariff -> tariffs.put(OwnList.key(tariff.json()), tariff));
        return tariffs;
    }

    private static List<SeenObject> occurrences(Probe probe) {
        return probe.seen().all("Tariff").stream()
                .filter(tariff -> tariff.isOwn() && !tariff.partial())
                .toList();
    }

    private static String folded(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
