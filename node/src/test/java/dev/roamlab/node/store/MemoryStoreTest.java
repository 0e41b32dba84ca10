package dev.roamlab.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import org.junit.jupiter.api.Test;

final class MemoryStoreTest extends StoreContract {

    @Override
    Future<Store> open() {
        return Stores.open(vertx, StoreLocation.parse("memory"));
    }

    @Test
    void a_call_is_done_when_it_returns() {
        assertThat(locations.put(entry("A")).isComplete()).isTrue();
        assertThat(locations.get("A").isComplete()).isTrue();
    }
}
