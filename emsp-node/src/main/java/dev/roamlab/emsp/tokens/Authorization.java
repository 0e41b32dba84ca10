package dev.roamlab.emsp.tokens;

import dev.roamlab.ocpi.tokens.AllowedType;
import dev.roamlab.ocpi.tokens.LocationReferences;
import dev.roamlab.ocpi.tokens.Token;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a driver may charge: a pure function of token, contract and place. Spec:
 * mod_tokens_authorizationinfo_object.
 */
final class Authorization {
    private Authorization() {}

    /** A contract that is good at some places only cannot be judged without the place. Spec: mod_tokens_post_method. */
    static boolean needsPlace(Optional<Contract> contract, Optional<LocationReferences> place) {
        return place.isEmpty()
                && contract.map(known -> !known.onlyAt().isEmpty()).orElse(false);
    }

    static AllowedType decide(
            Token token, Optional<Contract> contract, Optional<LocationReferences> place, Instant now) {
        if (!token.valid() || contract.map(Contract::blocked).orElse(false)) {
            return AllowedType.BLOCKED;
        }
        if (contract.flatMap(Contract::validUntil)
                .filter(end -> !end.isAfter(now))
                .isPresent()) {
            return AllowedType.EXPIRED;
        }
        if (contract.flatMap(Contract::credit)
                .filter(left -> left.signum() <= 0)
                .isPresent()) {
            return AllowedType.NO_CREDIT;
        }
        boolean wrongPlace = contract.isPresent()
                && !contract.get().onlyAt().isEmpty()
                && place.filter(there -> contract.get().onlyAt().contains(there.locationId()))
                        .isEmpty();
        return wrongPlace ? AllowedType.NOT_ALLOWED : AllowedType.ALLOWED;
    }
}
