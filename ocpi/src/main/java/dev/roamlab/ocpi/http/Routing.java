package dev.roamlab.ocpi.http;

import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.versions.ModuleId;
import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.Set;

/**
 * The routing headers of a message. Spec: transport_and_format_message_routing.
 *
 * @param to the party addressed
 * @param from the party that speaks
 */
public record Routing(Optional<Party> to, Optional<Party> from) {
    private static final Set<ModuleId> NOT_ROUTED = Set.of(ModuleId.CREDENTIALS, ModuleId.HUBCLIENTINFO);

    /** No routing headers. */
    public static final Routing NONE = new Routing(Optional.empty(), Optional.empty());

    /** From one party to another. */
    public static Routing between(Party from, Party to) {
        return new Routing(Optional.of(to), Optional.of(from));
    }

    /** Configuration modules are between two platforms and are never routed. */
    public static boolean appliesTo(ModuleId module) {
        return !NOT_ROUTED.contains(module);
    }

    /**
     * Reads the headers of a message.
     *
     * @throws OcpiException when a header is no party, or half of a pair is missing (2001)
     */
    public static Routing read(MultiMap headers) {
        return new Routing(
                party(headers, Headers.TO_COUNTRY, Headers.TO_PARTY),
                party(headers, Headers.FROM_COUNTRY, Headers.FROM_PARTY));
    }

    /** The headers of the answer: the other way round. */
    public Routing reversed() {
        return new Routing(from, to);
    }

    /** Puts the headers on a message. */
    public void write(MultiMap headers) {
        to.ifPresent(party -> {
            headers.set(Headers.TO_COUNTRY, party.countryCode().value());
            headers.set(Headers.TO_PARTY, party.partyId().value());
        });
        from.ifPresent(party -> {
            headers.set(Headers.FROM_COUNTRY, party.countryCode().value());
            headers.set(Headers.FROM_PARTY, party.partyId().value());
        });
    }

    private static Optional<Party> party(MultiMap headers, String countryHeader, String partyHeader) {
        String country = headers.get(countryHeader);
        String party = headers.get(partyHeader);
        if (country == null && party == null) {
            return Optional.empty();
        }
        if (country == null || party == null) {
            throw OcpiException.invalid((country == null ? countryHeader : partyHeader)
                    + ": missing, while the other half" + " of the pair is given");
        }
        try {
            return Optional.of(new Party(new CountryCode(country.trim()), new PartyId(party.trim())));
        } catch (InvalidField invalid) {
            throw OcpiException.invalid(countryHeader + "/" + partyHeader + ": " + invalid.getMessage());
        }
    }
}
