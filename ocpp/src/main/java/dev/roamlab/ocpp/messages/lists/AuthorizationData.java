package dev.roamlab.ocpp.messages.lists;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import java.util.Optional;

/** One token of the local list; without information it is to be removed. */
public record AuthorizationData(IdToken idToken, Optional<IdTokenInfo> idTokenInfo) {}
