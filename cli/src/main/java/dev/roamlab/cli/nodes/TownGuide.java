package dev.roamlab.cli.nodes;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.cpo.stations.MappingRow;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.scenarios.lab.Lab;
import dev.roamlab.scenarios.lab.Town;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Says what runs where, and what one can do with it. */
final class TownGuide {
    private static final int ROWS_SHOWN = 6;

    private final Console out;
    private final Town town;
    private final String store;

    TownGuide(Console out, Town town, String store) {
        this.out = out;
        this.town = town;
        this.store = store;
    }

    void print() {
        Lab lab = town.lab();
        Partner emsp = town.emspAsTheCpoKnowsIt();
        Partner cpo = town.cpoAsTheEmspKnowsIt();
        heading("The lab is up, and both sides know each other in OCPI "
                + emsp.version().value() + ".");
        line("eMSP", lab.world().emsp().name() + ", " + cpoRow(lab.emsp().versionsUrl(), cpo));
        line("CPO", lab.world().cpo().name() + ", " + cpoRow(lab.cpo().cpo().url(), emsp));
        line(
                "stations",
                lab.fleet().stations().size() + " connect to " + lab.cpo().cpo().csmsUrl() + "/{stationId}");
        line("state", store);
        mapping(lab);
        tries(emsp, cpo, lab);
        out.line();
        out.line("Ctrl-C stops it in good order.");
    }

    private static String cpoRow(String url, Partner caller) {
        return url + "   token for callers: " + caller.incomingToken().base64() + " (Base64)";
    }

    /** Station, EVSE and connector have three names each; mixing them up is the classic mistake. */
    private void mapping(Lab lab) {
        List<MappingRow> rows = rows(lab);
        out.line();
        out.line(out.paint(
                Style.DIM,
                String.format(
                        Locale.ROOT,
                        "  %-22s %-14s %-14s %-12s %s",
                        "OCPP station/connector",
                        "location",
                        "EVSE uid",
                        "EVSE id",
                        "connector")));
        rows.stream()
                .limit(ROWS_SHOWN)
                .forEach(row -> out.line(String.format(
                        Locale.ROOT,
                        "  %-22s %-14s %-14s %-12s %s",
                        row.stationId() + " / " + row.evseId() + "." + row.connectorId(),
                        row.locationId(),
                        row.evseUid(),
                        row.publicEvseId().map(Object::toString).orElse("-"),
                        row.ocpiConnectorId())));
        if (rows.size() > ROWS_SHOWN) {
            out.line("  … and " + (rows.size() - ROWS_SHOWN) + " more");
        }
    }

    private static List<MappingRow> rows(Lab lab) {
        try {
            return lab.cpo().cpo().mapping().await(10, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            return List.of();
        }
    }

    private void tries(Partner emsp, Partner cpo, Lab lab) {
        OcpiVersion version = emsp.version();
        String cpoBase = lab.cpo().cpo().url().replace("/versions", "/" + version.value());
        String emspBase = lab.emsp().versionsUrl().replace("/versions", "/" + version.value());
        heading("Try next:");
        attempt("what the CPO offers", curl(emsp, cpoBase));
        attempt("one location", curl(emsp, cpoBase + "/locations?limit=1"));
        attempt("the sessions", curl(emsp, cpoBase + "/sessions?date_from=2020-01-01T00:00:00Z"));
        attempt("the eMSP's tokens", curl(cpo, emspBase + "/tokens?limit=2"));
        attempt("may Mia charge?", curl(cpo, emspBase + "/tokens/04A3F219C6D180/authorize", "-X POST "));
        attempt("how it goes", "curl -s " + lab.cpo().cpo().url().replaceFirst("/ocpi/.*", "/health"));
    }

    private static String curl(Partner caller, String url) {
        return curl(caller, url, "");
    }

    private static String curl(Partner caller, String url, String method) {
        return "curl -s " + method + "-H 'Authorization: Token "
                + caller.incomingToken().base64() + "' '" + url + "'";
    }

    private void attempt(String what, String command) {
        out.line(out.paint(Style.DIM, "  # " + what));
        out.raw("  " + command);
    }

    private void heading(String text) {
        out.line();
        out.line(out.paint(Style.BOLD, text));
    }

    private void line(String name, String text) {
        out.line(String.format(Locale.ROOT, "  %-9s %s", name, text));
    }
}
