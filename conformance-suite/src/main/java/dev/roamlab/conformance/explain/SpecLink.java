package dev.roamlab.conformance.explain;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.SpecVersion;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the public text of the specification says what a requirement says. */
public final class SpecLink {
    private static final String REPOSITORY = "https://github.com/ocpi/ocpi/blob/";

    /** The file by how the anchors in it begin; the first that fits. */
    private static final Map<String, String> FILES = files();

    private SpecLink() {}

    /** The section in the file of one version. */
    public static URI to(Requirement requirement, SpecVersion version) {
        return URI.create(REPOSITORY + branch(requirement.module(), version) + "/" + file(requirement.section())
                + ".asciidoc#" + requirement.section());
    }

    /** The companion modules of 2.3.0 are published on branches of their own. */
    private static String branch(CatalogueModule module, SpecVersion version) {
        if (version == SpecVersion.V2_2_1) {
            return "release-2.2.1-bugfixes";
        }
        return switch (module) {
            case PAYMENTS -> "2.3.0/release/payments";
            case BOOKINGS -> "2.3.0/release/bookings";
            default -> "2.3.0/release/core";
        };
    }

    private static String file(String section) {
        return FILES.entrySet().stream()
                .filter(file -> section.startsWith(file.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no file is known for section " + section));
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : new String[] {
            "mod_locations",
            "mod_sessions",
            "mod_cdrs",
            "mod_tariffs",
            "mod_tokens",
            "mod_commands",
            "mod_charging_profiles",
            "mod_hub_client_info",
            "mod_payments",
            "mod_invoice_reconciliation",
            "mod_bookings",
            "transport_and_format",
            "status_codes",
            "credentials",
            "types",
            "terminology"
        }) {
            files.put(file, file);
        }
        files.put("version_information", "version_information_endpoint");
        files.put("evse_delete", "mod_locations");
        files.put("supported_topologies", "topology");
        files.put("introduction", "terminology");
        return files;
    }
}
