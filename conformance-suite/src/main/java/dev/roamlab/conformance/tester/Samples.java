package dev.roamlab.conformance.tester;

import dev.roamlab.conformance.subject.Party;
import java.util.Locale;
import java.util.UUID;

/**
 * Valid objects under one party of the tester, in the form of the version asked for. Each call makes a new one; ids begin with
 * the run's prefix, so that what a run left behind can be told.
 */
public final class Samples {
    private static final int LONGEST_PREFIX = 16;
    private static final int SHORT_PREFIX = 8;
    private static final int RANDOM = 12;

    private final Party party;
    private final String prefix;

    Samples(Party party, String runId) {
        this.party = party;
        this.prefix = runId.length() > LONGEST_PREFIX ? runId.substring(0, LONGEST_PREFIX) : runId;
    }

    /** Whose objects they are. */
    public Party party() {
        return party;
    }

    /** A fresh id of at most 36 characters: prefix, kind, and a random part. */
    public String id(String kind) {
        return (prefix + "-" + kind + "-").toUpperCase(Locale.ROOT) + random(RANDOM);
    }

    /** A fresh id of at most 20 characters, for what a station has to hold: OCPP 1.6 knows no longer ones. */
    public String shortId() {
        String start = prefix.substring(0, Math.min(prefix.length(), SHORT_PREFIX));
        return start.toUpperCase(Locale.ROOT) + random(RANDOM);
    }

    /** So many random letters and digits, at most 32. */
    String random(int length) {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, length)
                .toUpperCase(Locale.ROOT);
    }

    /** Tokens, and what is said about them. */
    public TokenSamples tokens() {
        return new TokenSamples(this);
    }

    /** Locations, EVSEs and connectors. */
    public LocationSamples locations() {
        return new LocationSamples(this);
    }

    /** Tariffs. */
    public TariffSamples tariffs() {
        return new TariffSamples(this);
    }

    /** Sessions and CDRs. */
    public ChargeSamples charges() {
        return new ChargeSamples(this);
    }

    /** Bodies of commands. */
    public CommandSamples commands() {
        return new CommandSamples(this);
    }
}
