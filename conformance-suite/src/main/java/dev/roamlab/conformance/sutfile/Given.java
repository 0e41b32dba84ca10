package dev.roamlab.conformance.sutfile;

import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.SutRole;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What is told of the system under test outside its file, and goes before the file.
 *
 * @param versions empty when not told
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record Given(
        Optional<URI> versionsUrl,
        Optional<String> token,
        Optional<SutRole> role,
        List<SpecVersion> versions,
        Optional<Party> party,
        Optional<Listen> listen,
        Optional<URI> publicUrl,
        Optional<Boolean> destructive) {
    /** The party that the tester plays unless told otherwise. */
    public static final Party TESTER = new Party("NL", "TSA");

    /** Nothing is told. */
    public static final Given NOTHING = new Given(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Given {
        versions = List.copyOf(versions);
    }

    /** An address to listen on; port 0 for any. */
    public record Listen(String host, int port) {
        /** Reachable from this machine only. */
        public static final Listen LOOPBACK = new Listen("127.0.0.1", 0);
    }

    /** The token stays out of sight. */
    @Override
    public String toString() {
        return "Given[" + versionsUrl.map(URI::toString).orElse("") + "]";
    }
}
