package dev.roamlab.conformance.catalogue;

import dev.roamlab.reports.Layer;
import java.util.Locale;

/**
 * A chapter of the specification with a catalogue file of its own, in the order of the specification; then the rules that the
 * specification does not have.
 */
public enum CatalogueModule implements Spelled {
    TRANSPORT("TRN"),
    STATUS_CODES("STC"),
    VERSIONS("VER"),
    CREDENTIALS("CRED"),
    LOCATIONS("LOC"),
    SESSIONS("SES"),
    CDRS("CDR"),
    TARIFFS("TAR"),
    TOKENS("TOK"),
    COMMANDS("CMD"),
    CHARGING_PROFILES("CHP"),
    HUB_CLIENT_INFO("HCI"),
    PAYMENTS("PAY"),
    INVOICE_RECONCILIATION("INV"),
    BOOKINGS("BOO"),
    TYPES("TYP"),
    /** Lessons from the field. */
    INTEROP("INT", Layer.INTEROP),
    /** House rules that the operator of a system under test has declared. */
    PROFILE("PRO", Layer.PROFILE);

    private final String prefix;
    private final Layer layer;

    CatalogueModule(String prefix) {
        this(prefix, Layer.SPEC);
    }

    CatalogueModule(String prefix, Layer layer) {
        this.prefix = prefix;
        this.layer = layer;
    }

    /** Where its rules come from. */
    public Layer layer() {
        return layer;
    }

    /** The letters that every requirement id of this module starts with: {@code TAR}. */
    public String prefix() {
        return prefix;
    }

    /** The module's name in file names and on the command line: {@code charging-profiles}. */
    @Override
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String file() {
        return spelling() + ".yaml";
    }
}
