package dev.roamlab.node.registration;

import dev.roamlab.ocpi.credentials.CredentialsToken;
import java.time.Instant;

/**
 * A token A that we gave away: whoever holds it may register once. Spec: credentials_registration.
 *
 * @param id ours
 */
public record Invitation(String id, CredentialsToken tokenA, Instant lastUpdated) {}
