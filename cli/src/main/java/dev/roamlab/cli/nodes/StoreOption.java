package dev.roamlab.cli.nodes;

import dev.roamlab.cli.shell.UserError;
import dev.roamlab.node.store.StoreException;
import dev.roamlab.node.store.StoreLocation;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where nodes keep their state. */
public final class StoreOption {
    @Option(
            names = "--store",
            paramLabel = "DIR|URL",
            description = "Keep state in a folder (SQLite) or at postgresql://user:password@host/database "
                    + "(default: in memory, gone at the end).")
    private Optional<String> store = Optional.empty();

    /** The place for one node: in a folder each has a folder of its own, in a database its name tells its tables apart. */
    public StoreLocation of(String node) {
        if (store.isEmpty()) {
            return new StoreLocation.Memory();
        }
        try {
            StoreLocation location = StoreLocation.parse(store.get());
            return location instanceof StoreLocation.Folder folder
                    ? new StoreLocation.Folder(folder.path().resolve(node))
                    : location;
        } catch (StoreException | IllegalArgumentException invalid) {
            throw new UserError("--store: " + invalid.getMessage());
        }
    }

    /** What the user is told about it. */
    public String description() {
        return store.map(place -> place.replaceFirst("(://[^:/@]+):[^@]*@", "$1:…@"))
                .orElse("in memory, gone when it stops");
    }
}
