package dev.roamlab.ocpi.versions;

import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Url;

/** A version that a platform offers, and where its details are. Spec: version_information_endpoint_version_class. */
public record Version(VersionNumber version, Url url) {
    public Version {
        Require.present("version", version);
        Require.present("url", url);
    }
}
