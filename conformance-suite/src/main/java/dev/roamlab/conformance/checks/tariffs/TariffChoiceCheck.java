package dev.roamlab.conformance.checks.tariffs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.cdrs.CdrBook;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which of a Connector's Tariffs a charge of this run was billed with. Spec: mod_tariffs_tariff_type. */
@Checks(module = CatalogueModule.TARIFFS)
final class TariffChoiceCheck {
    @Proves(
            value = {"TAR-041", "TAR-113", "TAR-114"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void the_tariff_fits_driver_and_preference(Probe probe) {
        CdrBook book = CdrBook.atTheEnd(probe);
        Map<String, String> types = types(probe);
        for (SeenObject cdr : book.plain()) {
            Optional<JsonNode> connector = book.connector(cdr.json());
            // Of former days we do not know what preference the driver had.
            if (cdr.exchange().fromSut() && connector.isPresent()) {
                Set<String> offered = new HashSet<>();
                connector.get().path("tariff_ids").forEach(id -> offered.add(folded(id.asText())));
                if (types.keySet().containsAll(offered)) {
                    judge(probe, cdr, offered, types);
                }
            }
        }
    }

    private static void judge(Probe probe, SeenObject cdr, Set<String> offered, Map<String, String> types) {
        Set<String> used = new HashSet<>();
        cdr.json()
                .path("charging_periods")
                .forEach(period -> used.add(folded(period.path("tariff_id").asText(""))));
        Optional<String> preference = preference(probe, cdr.text("session_id"));
        boolean onlyOneForAll = offered.size() == 1
                && offered.stream().allMatch(id -> types.get(id).isEmpty());
        if (preference.isPresent() && onlyOneForAll) {
            billedWith(probe.claim("TAR-041").on(cdr), used, offered, used.contains(""));
        }
        Set<String> fitting = of(offered, types, "PROFILE_" + preference.orElse("?"));
        if (preference.isPresent() && !fitting.isEmpty() && !used.contains("")) {
            Claim claim = probe.claim("TAR-113").on(cdr);
            claim.holds(used.stream().anyMatch(fitting::contains), "the Tariff for " + preference.get(), used);
        }
        boolean card = cdr.json().at("/cdr_token/type").asText().equals("RFID")
                && !cdr.text("auth_method").equals("COMMAND");
        Set<String> others = new HashSet<>(of(offered, types, "PROFILE_CHEAP"));
        others.addAll(of(offered, types, "AD_HOC_PAYMENT"));
        if (preference.isEmpty()
                && card
                && !others.isEmpty()
                && !of(offered, types, "REGULAR").isEmpty()) {
            Claim claim = probe.claim("TAR-114").on(cdr);
            claim.holds(used.stream().noneMatch(others::contains), "no Tariff of " + others, used);
            claim.holdsOrWarns(!used.contains(""), "a tariff_id in each period", used);
        }
    }

    private static void billedWith(Claim claim, Set<String> used, Set<String> offered, boolean silent) {
        Set<String> strange = new HashSet<>(used);
        strange.removeAll(offered);
        strange.remove("");
        claim.holds(strange.isEmpty(), "the Connector's only Tariff, " + offered, used);
        claim.holdsOrWarns(!silent, "a tariff_id in each period", used);
    }

    private static Set<String> of(Set<String> offered, Map<String, String> types, String type) {
        Set<String> found = new HashSet<>(offered);
        found.removeIf(id -> !types.get(id).equals(type));
        return found;
    }

    /** The profile that the CPO accepted for a session, other than REGULAR. */
    private static Optional<String> preference(Probe probe, String sessionId) {
        List<WireExchange> answers = probe.evidence()
                .answers(answer -> answer.method().equals("PUT")
                        && answer.accepted()
                        && answer.data().asText().equals("ACCEPTED")
                        && answer.target()
                                .filter(target -> target.is("sessions", Side.SENDER)
                                        && target.rest().stream().anyMatch(sessionId::equalsIgnoreCase))
                                .isPresent());
        return answers.stream()
                .map(answer -> answer.requestBody().json().path("profile_type").asText())
                .filter(profile -> !profile.equals("REGULAR"))
                .reduce((first, last) -> last);
    }

    private static Map<String, String> types(Probe probe) {
        Map<String, String> types = new HashMap<>();
        probe.seen().all("Tariff").stream()
                .filter(SeenObject::isOwn)
                .forEach(tariff -> types.put(folded(tariff.text("id")), tariff.text("type")));
        return types;
    }

    private static String folded(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
