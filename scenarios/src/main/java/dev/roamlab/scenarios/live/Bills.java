package dev.roamlab.scenarios.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.pricing.Bill;
import dev.roamlab.pricing.TariffEngine;
import dev.roamlab.pricing.Usage;
import dev.roamlab.pricing.check.CdrCheck;
import dev.roamlab.pricing.check.Difference;
import dev.roamlab.scenarios.lab.Lab;
import dev.roamlab.scenarios.stage.ScenarioBroken;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The eMSP's own calculation of the CDRs it holds, with the tariffs that came with them. */
final class Bills {
    private static final int MOST = 1_000_000;

    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");

    private final Lab lab;

    Bills(Lab lab) {
        this.lab = lab;
    }

    /** A calculation, as an observer sees it and in words. */
    record Calculated(ObjectNode json, List<String> lines) {}

    /** The last CDR of a token. */
    Future<Calculated> last(String uid) {
        return all().map(bills -> bills.stream()
                .filter(bill -> bill.json().path("uid").asText().equalsIgnoreCase(uid))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new ScenarioBroken("the eMSP has no CDR of token " + uid)));
    }

    /** All CDRs, oldest first. */
    Future<List<Calculated>> all() {
        return lab.emsp()
                .ask(parts -> parts.cdrs()
                        .first(MOST, "")
                        .map(cdrs -> cdrs.stream()
                                .map(Document::value)
                                .map(this::calculate)
                                .toList()));
    }

    private Calculated calculate(Cdr cdr) {
        ZoneId zone = zone(cdr.cdrLocation().id().value());
        ObjectNode json = Json.object();
        json.put("uid", cdr.cdrToken().uid().value());
        json.put("cdr_id", cdr.id().value());
        json.put("currency", cdr.currency());
        json.put("billed_total", cdr.totalCost().beforeTaxes());
        if (cdr.tariffs().isEmpty()) {
            json.put("agrees", false);
            return new Calculated(json, List.of("The CDR names no tariff, so nothing can be worked out."));
        }
        Bill own = TariffEngine.price(cdr.tariffs(), Usage.of(cdr), zone);
        BigDecimal total = own.totalCost().beforeTaxes();
        List<Difference> wrong = CdrCheck.check(cdr, List.of(), Optional.empty(), zone).stream()
                .filter(difference -> difference.severity() == Difference.Severity.WRONG)
                .toList();
        json.put("own_total", total);
        json.put("agrees", wrong.isEmpty() && agree(total, cdr.totalCost().beforeTaxes()));
        List<String> lines = new ArrayList<>(own.explain());
        wrong.forEach(difference -> lines.add("But the CDR says otherwise. " + difference));
        return new Calculated(json, lines);
    }

    /** Both sides round quantities and amounts on their way, so only what can be paid counts. */
    private static boolean agree(BigDecimal own, BigDecimal billed) {
        return own.subtract(billed).abs().compareTo(HALF_A_CENT) < 0;
    }

    private ZoneId zone(String locationId) {
        return lab.world().locations().stream()
                .filter(location -> location.path("id").asText().equals(locationId))
                .map(location -> ZoneId.of(location.path("time_zone").asText("UTC")))
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }
}
