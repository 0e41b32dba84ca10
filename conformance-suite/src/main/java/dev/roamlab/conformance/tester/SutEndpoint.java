package dev.roamlab.conformance.tester;

import dev.roamlab.conformance.wire.Target.Side;
import java.net.URI;
import java.util.Optional;

/**
 * An endpoint that the system under test lists.
 *
 * @param side empty for credentials, whose role means nothing, and where the role is neither of the two words
 */
public record SutEndpoint(String module, Optional<Side> side, URI url) {}
