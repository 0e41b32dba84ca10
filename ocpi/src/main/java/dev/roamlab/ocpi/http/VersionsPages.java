package dev.roamlab.ocpi.http;

import dev.roamlab.ocpi.http.OcpiServer.Settings;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.ocpi.versions.Version;
import dev.roamlab.ocpi.versions.VersionDetails;
import dev.roamlab.ocpi.versions.VersionNumber;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;

/** The versions list and the details of each version, derived from what is served. Spec: version_information_endpoint. */
final class VersionsPages {
    private static final String VERSIONS = "versions";

    private final Settings settings;
    private final Served served;

    VersionsPages(Settings settings, Served served) {
        this.settings = settings;
        this.served = served;
    }

    String versionsUrl() {
        return settings.publicUrl().get() + settings.path() + "/" + VERSIONS;
    }

    String detailsUrl(OcpiVersion version) {
        return settings.publicUrl().get() + settings.path() + "/" + version.value();
    }

    boolean serves(List<String> path) {
        return path.size() == 1
                && (path.get(0).equals(VERSIONS) || version(path.get(0)).isPresent());
    }

    /** A list for {@code versions}, one object for a version. */
    Answer<?> answer(HttpMethod method, List<String> path) {
        if (!method.equals(HttpMethod.GET)) {
            throw OcpiException.methodNotAllowed(method + " is not offered here; GET is", List.of("GET"));
        }
        Optional<OcpiVersion> version = version(path.get(0));
        if (version.isEmpty()) {
            return Answer.list(settings.versions().stream()
                    .map(each -> new Version(new VersionNumber(each.value()), new Url(detailsUrl(each))))
                    .toList());
        }
        String url = detailsUrl(version.get());
        return Answer.of(new VersionDetails(new VersionNumber(version.get().value()), served.endpoints(url)));
    }

    private Optional<OcpiVersion> version(String segment) {
        return OcpiVersion.of(segment).filter(settings.versions()::contains);
    }
}
