package dev.roamlab.station;

import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.lists.AuthorizationData;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens that the CSMS has judged in advance. Immutable; survives a reboot.
 *
 * @param version the CSMS's number; 0 without a list
 */
public record LocalList(int version, Map<IdToken, IdTokenInfo> known) {
    /** No list. */
    public static final LocalList EMPTY = new LocalList(0, Map.of());

    public LocalList {
        known = Collections.unmodifiableMap(known);
    }

    /** A whole new list. */
    static LocalList full(int version, List<AuthorizationData> entries) {
        return entries.isEmpty() ? new LocalList(version, Map.of()) : EMPTY.changed(version, entries);
    }

    /** The list with some entries replaced; those that come without information are taken out. */
    LocalList changed(int version, List<AuthorizationData> entries) {
        Map<IdToken, IdTokenInfo> changed = new LinkedHashMap<>(known);
        for (AuthorizationData entry : entries) {
            entry.idTokenInfo()
                    .ifPresentOrElse(info -> changed.put(entry.idToken(), info), () -> changed.remove(entry.idToken()));
        }
        return new LocalList(version, changed);
    }

    /** What the list says of a token; one whose time is over has expired. */
    Optional<IdTokenInfo> lookUp(IdToken token, Instant now) {
        return Optional.ofNullable(known.get(token))
                .map(info -> info.cacheExpiryDateTime().filter(now::isAfter).isPresent()
                        ? IdTokenInfo.of(AuthorizationStatus.EXPIRED)
                        : info);
    }
}
