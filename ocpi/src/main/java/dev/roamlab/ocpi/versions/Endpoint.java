package dev.roamlab.ocpi.versions;

import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Url;

/** One interface of a module on a platform. Spec: version_information_endpoint_endpoint_class. */
public record Endpoint(ModuleId identifier, InterfaceRole role, Url url) {
    public Endpoint {
        Require.present("identifier", identifier);
        Require.present("role", role);
        Require.present("url", url);
    }
}
