package dev.roamlab.node.faults;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every fault there is, in the order of the requirement catalogue. */
public final class Faults {
    private static final List<Fault> ALL = Stream.of(
                    VersionsFaults.list(),
                    CredentialsFaults.list(),
                    TransportFaults.list(),
                    StatusCodeFaults.list(),
                    TypeFaults.list(),
                    LocationFaults.list(),
                    TariffFaults.list(),
                    TokenFaults.list(),
                    SessionFaults.list(),
                    CdrFaults.list(),
                    CommandFaults.list(),
                    InteropFaults.list())
            .flatMap(List::stream)
            .toList();

    private Faults() {}

    /** All of them. */
    public static List<Fault> all() {
        return ALL;
    }

    /** The fault of a name, written in any case. */
    public static Optional<Fault> find(String name) {
        return ALL.stream()
                .filter(fault -> fault.name().equalsIgnoreCase(name.trim()))
                .findFirst();
    }

    /** The sentence for a name that no fault has, with the one that may be meant. */
    public static String unknown(String name) {
        return "there is no fault '" + name + "'"
                + similar(name).map(meant -> "; did you mean " + meant + "?").orElse("");
    }

    /** The name that shares most words with what somebody wrote, as long as it shares one besides the module. */
    public static Optional<String> similar(String name) {
        Set<String> written = words(name);
        Function<Fault, Long> shared =
                fault -> words(fault.name()).stream().filter(written::contains).count();
        return ALL.stream()
                .filter(fault -> shared.apply(fault) >= Math.min(2, written.size()))
                .max(Comparator.comparing(shared)
                        .thenComparing(fault -> -words(fault.name()).size()))
                .map(Fault::name);
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
    }
}
