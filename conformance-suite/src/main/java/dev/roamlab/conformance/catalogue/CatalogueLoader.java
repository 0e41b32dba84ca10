package dev.roamlab.conformance.catalogue;

import dev.roamlab.conformance.yaml.YamlNode;
import dev.roamlab.conformance.yaml.YamlNode.Items;
import dev.roamlab.conformance.yaml.YamlNode.NotYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads catalogue files into requirements; refuses the first thing that does not follow the format. */
final class CatalogueLoader {
    private final List<Requirement> requirements = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    static List<Requirement> fromClassPath() {
        CatalogueLoader loader = new CatalogueLoader();
        for (CatalogueModule module : CatalogueModule.values()) {
            loader.add(module, resource(module.file()));
        }
        return loader.requirements;
    }

    /** Adds the entries of one file; ids must be new across all files added so far. */
    void add(CatalogueModule module, String yaml) {
        String file = module.file();
        if (!(parse(file, yaml) instanceof Items items)) {
            throw new CatalogueException(file, 1, "expected a list of requirements");
        }
        for (YamlNode node : items.nodes()) {
            Requirement requirement = new EntryReader(module, file, node).read();
            String earlier = places.putIfAbsent(requirement.id(), file + ":" + node.line());
            if (earlier != null) {
                throw new CatalogueException(
                        file, node.line(), requirement.id() + ": id is already used in " + earlier);
            }
            requirements.add(requirement);
        }
    }

    private static YamlNode parse(String file, String yaml) {
        try {
            return YamlNode.parse(yaml);
        } catch (NotYaml broken) {
            throw new CatalogueException(file, broken.line(), broken.problem());
        }
    }

    List<Requirement> requirements() {
        return List.copyOf(requirements);
    }

    private static String resource(String file) {
        try (InputStream in = CatalogueLoader.class.getResourceAsStream("/requirements/" + file)) {
            if (in == null) {
                throw new CatalogueException(file, 1, "not on the class path under requirements/");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
