package dev.roamlab.ocpi.versions;

import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Url;
import java.util.List;
import java.util.Optional;

/** The endpoints of one version on a platform. Spec: version_information_get_details_endpoint_data. */
public record VersionDetails(VersionNumber version, List<Endpoint> endpoints) {
    public VersionDetails {
        Require.present("version", version);
        Require.notEmpty("endpoints", endpoints);
        endpoints = List.copyOf(endpoints);
    }

    /** Where a module's interface is; for credentials the role has no meaning and is not looked at. */
    public Optional<Url> url(ModuleId module, InterfaceRole role) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.identifier().equals(module))
                .filter(endpoint -> endpoint.role() == role || module.equals(ModuleId.CREDENTIALS))
                .map(Endpoint::url)
                .findFirst();
    }
}
