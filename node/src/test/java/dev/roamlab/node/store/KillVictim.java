package dev.roamlab.node.store;

import io.vertx.core.Vertx;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** Writes as fast as it can and prints each acknowledged key with its number, until it is killed. */
final class KillVictim {

    static final int KEYS = 500;

    private final StoreCollection collection;
    private final PrintStream out;

    private KillVictim(StoreCollection collection, PrintStream out) {
        this.collection = collection;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        Vertx vertx = Vertx.vertx();
        Store store = StoreContract.await(Stores.open(vertx, new StoreLocation.Folder(Path.of(args[0]))));
        var out = new PrintStream(new BufferedOutputStream(System.out, 100), true, StandardCharsets.UTF_8);
        var victim = new KillVictim(StoreContract.await(store.collection(args[1])), out);
        // From one event loop: keys in parallel, each key's numbers one after the other.
        vertx.getOrCreateContext().runOnContext(start -> {
            for (int i = 0; i < KEYS; i++) {
                victim.write("K" + i, 1);
            }
        });
        Thread.currentThread().join();
    }

    private void write(String key, int number) {
        collection
                .put(new Entry(key, "", Instant.EPOCH.plusMillis(number), Integer.toString(number)))
                .onSuccess(done -> {
                    out.print(key + " " + number + " .\n");
                    out.flush();
                    write(key, number + 1);
                })
                .onFailure(failure -> {
                    failure.printStackTrace();
                    Runtime.getRuntime().halt(3);
                });
    }
}
