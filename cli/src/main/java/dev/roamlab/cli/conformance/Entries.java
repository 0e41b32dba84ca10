package dev.roamlab.cli.conformance;

import dev.roamlab.cli.shell.Suggestions;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.Spelled;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds what a user names in the catalogue, and helps with what is not there. */
final class Entries {
    private Entries() {}

    /** The requirement of an id, written in any case. */
    static Requirement find(Catalogue catalogue, String id) {
        return catalogue
                .find(id.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new UserError(
                        ("There is no requirement " + id + ". "
                                        + Suggestions.didYouMean(
                                                id,
                                                catalogue.all().stream()
                                                        .map(Requirement::id)
                                                        .toList()))
                                .strip(),
                        "'roamlab conformance list' shows them all."));
    }

    /** Refuses prefixes that no requirement starts with: a run of nothing would look clean. */
    static void requirePrefixes(Catalogue catalogue, Iterable<String> prefixes) {
        for (String prefix : prefixes) {
            if (catalogue.startingWith(prefix).size() == 0) {
                List<String> known = catalogue.all().stream()
                        .map(requirement -> requirement.module().prefix())
                        .distinct()
                        .toList();
                throw new UserError(
                        ("--only: no requirement starts with " + prefix + ". " + Suggestions.didYouMean(prefix, known))
                                .strip(),
                        "Ids begin with " + String.join(", ", known) + ".");
            }
        }
    }

    /** The versions of a requirement, older first. */
    static String versions(Requirement requirement) {
        return requirement.versions().stream()
                .sorted(Comparator.naturalOrder())
                .map(Spelled::spelling)
                .collect(Collectors.joining(", "));
    }

    /** Reads one of the words of an enumeration, in any case. */
    abstract static class Word<E extends Enum<E> & Spelled> implements ITypeConverter<E> {
        private final Class<E> type;

        Word(Class<E> type) {
            this.type = type;
        }

        @Override
        public E convert(String value) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(one -> one.spelling().equalsIgnoreCase(value.strip()))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value + "' is not known here.\nGive one of " + Spelled.all(type) + "."));
        }
    }
}
