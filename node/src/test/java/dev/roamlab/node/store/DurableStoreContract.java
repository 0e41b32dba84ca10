package dev.roamlab.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store with a database does beyond {@link StoreContract}. */
abstract class DurableStoreContract extends StoreContract {

    /** Where the store of this test is. */
    abstract StoreLocation location() throws Exception;

    /** Runs a statement behind the store's back. */
    abstract void sql(String statement) throws Exception;

    @Override
    Future<Store> open() throws Exception {
        return Stores.open(vertx, location());
    }

    private void reopen() throws Exception {
        await(store.close());
        store = await(open());
        locations = await(store.collection("cpo.locations"));
    }

    @Test
    void everything_is_there_after_reopening_in_the_same_order() throws Exception {
        fill(1100);
        await(locations.remove("L3"));
        await(locations.put(entry("L0", "DE/ABC", NOON.plusNanos(123_456_000))));
        List<Stored> before =
                await(locations.page(PageQuery.at(Filter.ALL, 0, 5000))).items();

        reopen();

        assertThat(await(locations.page(PageQuery.at(Filter.ALL, 0, 5000))).items())
                .isEqualTo(before);
        assertThat(await(locations.count(Filter.scope("DE/ABC")))).isEqualTo(1);
    }

    @Test
    void a_seq_is_not_given_twice_though_its_object_was_removed_before_reopening() throws Exception {
        long seq = await(locations.put(entry("A"))).seq();
        await(locations.remove("A"));

        reopen();

        assertThat(await(locations.put(entry("B"))).seq()).isGreaterThan(seq);
    }

    @Test
    void close_finishes_what_was_asked_before() throws Exception {
        var writes = new ArrayList<Future<?>>();
        for (int i = 0; i < 5000; i++) {
            writes.add(locations.put(entry("L" + i)));
        }

        reopen();

        assertThat(writes).allMatch(Future::succeeded);
        assertThat(await(locations.count(Filter.ALL))).isEqualTo(5000);
    }

    @Test
    void an_entry_the_database_refuses_fails_alone() throws Exception {
        sql("create unique index only_one_of_a_kind on store_object (body)");
        await(locations.put(new Entry("FIRST", "", NOON, "\"same\"")));

        Future<Stored> before = locations.put(entry("A"));
        Future<Stored> failing = locations.put(new Entry("SECOND", "", NOON, "\"same\""));
        Future<Stored> behind = locations.put(entry("B"));
        Future<List<Stored>> together = locations.putAll(List.of(entry("C"), new Entry("THIRD", "", NOON, "\"same\"")));

        assertThat(Stream.of(before, behind).map(write -> {
                    try {
                        return await(write).key();
                    } catch (Exception failure) {
                        throw new AssertionError(failure);
                    }
                }))
                .containsExactly("A", "B");
        assertThatThrownBy(() -> await(failing))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("says: ");
        assertThatThrownBy(() -> await(together)).isInstanceOf(StoreException.class);
        assertThat(keys(PageQuery.at(Filter.ALL, 0, 10))).containsExactly("FIRST", "A", "B");
    }

    @Test
    void tables_of_others_in_the_same_database_are_left_alone() throws Exception {
        sql("create table somebody_elses (id bigint)");
        sql("drop table store_object");
        sql("drop table store_collection");
        sql("drop table store_schema_history");

        reopen();

        assertThat(await(locations.put(entry("A"))).seq()).isEqualTo(1);
    }

    @Test
    void a_schema_newer_than_this_build_is_refused() throws Exception {
        sql("insert into store_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success)"
                + " values (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'x', 1, "
                + trueLiteral() + ")");
        await(store.close());

        assertThatThrownBy(() -> await(open()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("written by a newer roamlab (schema 99)");
    }

    String trueLiteral() {
        return "true";
    }
}
