package dev.roamlab.cli.conformance;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.Level;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.catalogue.Testable;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.reports.Layer;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The catalogue's words as values of options. */
final class CatalogueWords {
    private CatalogueWords() {}

    static final class Module extends Entries.Word<CatalogueModule> {
        Module() {
            super(CatalogueModule.class);
        }
    }

    static final class Version extends Entries.Word<SpecVersion> {
        Version() {
            super(SpecVersion.class);
        }
    }

    static final class OfLevel extends Entries.Word<Level> {
        OfLevel() {
            super(Level.class);
        }
    }

    static final class Seen extends Entries.Word<Testable> {
        Seen() {
            super(Testable.class);
        }
    }

    /** Not one of the catalogue's own words: the reports have it. */
    static final class OfLayer implements ITypeConverter<Layer> {
        @Override
        public Layer convert(String text) {
            return Arrays.stream(Layer.values())
                    .filter(layer -> layer.spelling().equalsIgnoreCase(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no layer " + text + "; give spec, interop or profile"));
        }
    }

    static final class Role extends Entries.Word<SutRole> {
        Role() {
            super(SutRole.class);
        }
    }
}
