package dev.roamlab.ocpi.credentials;

import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Require;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hub's country code directly followed by its party id, compared without regard to case. Spec:
 * credentials_credentials_object.
 */
public record HubPartyId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z]{2}[A-Za-z0-9]{3}");

    public HubPartyId {
        Require.pattern("", value, FORM, "country code and party id in five characters, such as NLHUB");
    }

    /** The id of this party as a hub. */
    public static HubPartyId of(Party hub) {
        return new HubPartyId(hub.countryCode().value() + hub.partyId().value());
    }

    /** The hub as a party. */
    public Party party() {
        return Party.parse(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HubPartyId that && value.equalsIgnoreCase(that.value);
    }

    @Override
    public int hashCode() {
        return value.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
