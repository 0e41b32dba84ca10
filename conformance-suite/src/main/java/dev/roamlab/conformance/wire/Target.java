package dev.roamlab.conformance.wire;

import dev.roamlab.conformance.catalogue.SpecVersion;
import java.util.List;
import java.util.Optional;

/**
 * What a URL is in OCPI's terms.
 *
 * @param module the module id of the version details, or {@code versions}, {@code version_details}, {@code credentials},
 *     {@code callback} (a command's response_url)
 * @param side {@code SENDER} or {@code RECEIVER}; empty for versions and credentials
 * @param version the version of the endpoint; empty for the versions list
 * @param rest the decoded path segments behind the published endpoint URL
 */
public record Target(String module, Optional<Side> side, Optional<SpecVersion> version, List<String> rest) {
    /** Which of a module's two interfaces. */
    public enum Side {
        SENDER,
        RECEIVER
    }

    public Target {
        rest = List.copyOf(rest);
    }

    /** Whether this is the given interface. */
    public boolean is(String wantedModule, Side wantedSide) {
        return module.equals(wantedModule)
                && side.filter(is -> is == wantedSide).isPresent();
    }
}
