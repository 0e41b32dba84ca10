package dev.roamlab.node.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every kind of store does. */
abstract class StoreContract {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final String PARTY = "NL/TNM";

    final Vertx vertx = Vertx.vertx();
    Store store;
    StoreCollection locations;

    /** Opens the store of this test; each test has a fresh one. */
    abstract Future<Store> open() throws Exception;

    @BeforeEach
    void open_store() throws Exception {
        store = await(open());
        locations = await(store.collection("cpo.locations"));
    }

    @AfterEach
    void close_store() throws Exception {
        await(store.close());
        await(vertx.close());
    }

    static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(30, SECONDS);
    }

    static Entry entry(String key) {
        return entry(key, PARTY, NOON);
    }

    static Entry entry(String key, String scope, Instant lastUpdated) {
        return new Entry(key, scope, lastUpdated, "{\"id\":\"" + key + "\"}");
    }

    List<String> keys(PageQuery query) throws TimeoutException {
        return await(locations.page(query)).items().stream().map(Stored::key).toList();
    }

    void fill(int count) throws TimeoutException {
        await(locations.putAll(IntStream.range(0, count)
                .mapToObj(i -> entry("L" + i, PARTY, NOON.plusSeconds(i)))
                .toList()));
    }

    @Test
    void what_was_put_comes_back_byte_for_byte() throws Exception {
        String json = "{ \"b\" : 1.50,\n\"a\":\"Čerpací € 🔌\", \"b\":null }";
        Entry entry = new Entry("L1", PARTY, Instant.parse("2026-11-21T12:00:00.12345Z"), json);

        Stored stored = await(locations.put(entry));

        assertThat(await(locations.get("L1"))).contains(stored);
        assertThat(stored.entry()).isEqualTo(entry);
        assertThat(stored.json()).isEqualTo(json);
    }

    @Test
    void an_unknown_key_is_empty_and_keys_differ_by_case() throws Exception {
        await(locations.put(entry("L1")));

        assertThat(await(locations.get("l1"))).isEmpty();
    }

    @Test
    void collections_do_not_share_keys() throws Exception {
        StoreCollection tariffs = await(store.collection("cpo.tariffs"));

        await(locations.put(entry("1")));

        assertThat(await(tariffs.get("1"))).isEmpty();
        assertThat(await(tariffs.count(Filter.ALL))).isZero();
    }

    @Test
    void the_same_name_is_the_same_collection() throws Exception {
        assertThat(await(store.collection("cpo.locations"))).isSameAs(locations);
    }

    @Test
    void a_collection_name_out_of_form_is_refused() {
        assertThatThrownBy(() -> await(store.collection("Robert'); drop table")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as cpo.locations");
    }

    @Test
    void an_update_keeps_the_place_in_the_order_of_creation() throws Exception {
        fill(3);

        await(locations.put(entry("L0", PARTY, NOON.plusSeconds(99))));

        assertThat(keys(PageQuery.at(Filter.ALL, 0, 10))).containsExactly("L0", "L1", "L2");
    }

    @Test
    void an_object_put_again_after_its_removal_is_the_newest() throws Exception {
        fill(3);

        assertThat(await(locations.remove("L0"))).isTrue();
        await(locations.put(entry("L0")));

        assertThat(keys(PageQuery.at(Filter.ALL, 0, 10))).containsExactly("L1", "L2", "L0");
    }

    @Test
    void removing_what_is_not_there_is_false_and_no_change() throws Exception {
        assertThat(await(locations.remove("L1"))).isFalse();
        assertThat(locations.version()).isZero();
    }

    @Test
    void offset_and_limit_cut_a_page_and_the_total_counts_all() throws Exception {
        fill(1500);

        Page page = await(locations.page(PageQuery.at(Filter.ALL, 1022, 3)));

        assertThat(page.items()).extracting(Stored::key).containsExactly("L1022", "L1023", "L1024");
        assertThat(page.total()).isEqualTo(1500);
        assertThat(page.next()).hasValue(page.items().get(2).seq());
    }

    @Test
    void the_last_page_has_no_next_and_one_past_the_end_is_empty() throws Exception {
        fill(4);

        assertThat(await(locations.page(PageQuery.at(Filter.ALL, 2, 2))).next()).isEmpty();
        Page beyond = await(locations.page(PageQuery.at(Filter.ALL, Long.MAX_VALUE, 2)));
        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.next()).isEmpty();
        assertThat(beyond.total()).isEqualTo(4);
    }

    @Test
    void a_limit_beyond_the_size_gives_everything() throws Exception {
        fill(250);

        assertThat(keys(PageQuery.at(Filter.ALL, 0, Integer.MAX_VALUE))).hasSize(250);
        assertThat(keys(PageQuery.at(Filter.scope(PARTY), 0, Integer.MAX_VALUE)))
                .hasSize(250)
                .startsWith("L0", "L1")
                .endsWith("L249");
    }

    @Test
    void following_next_yields_each_object_once_while_others_come_and_go() throws Exception {
        fill(6);

        Page first = await(locations.page(PageQuery.at(Filter.ALL, 0, 2)));
        await(locations.remove("L0"));
        await(locations.put(entry("NEW")));

        assertThat(keys(PageQuery.after(Filter.ALL, first.next().getAsLong(), 10)))
                .containsExactly("L2", "L3", "L4", "L5", "NEW");
    }

    @Test
    void from_is_inclusive_and_to_is_exclusive() throws Exception {
        fill(5);
        Filter window = Filter.ALL.between(Optional.of(NOON.plusSeconds(1)), Optional.of(NOON.plusSeconds(3)));

        assertThat(keys(PageQuery.at(window, 0, 10))).containsExactly("L1", "L2");
        assertThat(await(locations.count(window))).isEqualTo(2);
    }

    @Test
    void bounds_finer_than_a_microsecond_and_beyond_all_times_are_exact() throws Exception {
        fill(2);

        assertThat(await(locations.count(Filter.ALL.between(Optional.of(NOON.plusNanos(1)), Optional.empty()))))
                .isEqualTo(1);
        assertThat(await(locations.count(Filter.ALL.between(Optional.empty(), Optional.of(NOON.plusNanos(1))))))
                .isEqualTo(1);
        assertThat(await(locations.count(Filter.ALL.between(Optional.of(Instant.MIN), Optional.of(Instant.MAX)))))
                .isEqualTo(2);
    }

    @Test
    void pages_of_a_filter_follow_one_another_by_offset_and_by_next() throws Exception {
        for (int i = 0; i < 10; i++) {
            await(locations.put(entry("L" + i, i % 2 == 0 ? PARTY : "DE/ABC", NOON)));
        }
        Filter party = Filter.scope(PARTY);

        Page first = await(locations.page(PageQuery.at(party, 0, 2)));

        assertThat(first.total()).isEqualTo(5);
        assertThat(keys(PageQuery.after(party, first.next().getAsLong(), 2))).containsExactly("L4", "L6");
        assertThat(keys(PageQuery.at(party, 2, 2))).containsExactly("L4", "L6");
        assertThat(await(locations.page(PageQuery.at(party, 4, 1))).next()).isEmpty();
    }

    @Test
    void a_change_of_scope_moves_the_object_between_filters() throws Exception {
        await(locations.put(entry("L1", PARTY, NOON)));
        await(locations.put(entry("L1", "DE/ABC", NOON)));

        assertThat(await(locations.count(Filter.scope(PARTY)))).isZero();
        assertThat(keys(PageQuery.at(Filter.scope("DE/ABC"), 0, 1))).containsExactly("L1");
    }

    @Test
    void update_merges_what_is_there() throws Exception {
        await(locations.put(entry("L1")));

        Optional<Stored> merged = await(locations.update("L1", old -> old.with(NOON.plusSeconds(5), old.json() + " ")));

        assertThat(merged.map(Stored::json)).contains("{\"id\":\"L1\"} ");
        assertThat(await(locations.get("L1"))).isEqualTo(merged);
    }

    @Test
    void update_of_an_unknown_key_is_empty_and_calls_nothing() throws Exception {
        assertThat(await(locations.update("L1", old -> {
                    throw new AssertionError("called");
                })))
                .isEmpty();
    }

    @Test
    void a_failing_update_returns_its_failure_and_writes_nothing() throws Exception {
        Stored stored = await(locations.put(entry("L1")));

        Future<Optional<Stored>> failing = locations.update("L1", old -> {
            throw new IllegalStateException("no such field");
        });

        assertThatThrownBy(() -> await(failing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no such field");
        assertThat(await(locations.get("L1"))).contains(stored);
    }

    @Test
    void an_update_may_not_change_the_key() throws Exception {
        await(locations.put(entry("L1")));

        assertThatThrownBy(() -> await(locations.update("L1", old -> entry("L2"))))
                .hasMessageContaining("a write of L1 made it L2");
    }

    @Test
    void writing_what_is_there_already_changes_nothing() throws Exception {
        await(locations.put(entry("L1")));

        await(locations.put(entry("L1")));
        await(locations.update("L1", old -> old));

        assertThat(locations.version()).isEqualTo(1);
    }

    @Test
    void compute_inserts_only_when_absent() throws Exception {
        Future<Optional<Stored>> first = locations.compute("C1", StoreContract::onlyNew);
        Future<Optional<Stored>> second = locations.compute("C1", StoreContract::onlyNew);

        assertThat(await(first)).isPresent();
        assertThatThrownBy(() -> await(second)).hasMessage("C1 exists");
    }

    private static Optional<Entry> onlyNew(Optional<Stored> stored) {
        stored.ifPresent(old -> {
            throw new IllegalStateException(old.key() + " exists");
        });
        return Optional.of(entry("C1"));
    }

    @Test
    void many_updates_of_one_key_at_a_time_lose_none() throws Exception {
        await(locations.put(new Entry("N", "", NOON, "0")));

        var all = new ArrayList<Future<?>>();
        for (int i = 0; i < 500; i++) {
            all.add(locations.update("N", old -> old.with(NOON, Integer.toString(Integer.parseInt(old.json()) + 1))));
        }
        await(Future.all(all));

        assertThat(await(locations.get("N")).map(Stored::json)).contains("500");
    }

    @Test
    void the_last_call_wins_without_waiting_in_between() throws Exception {
        var all = new ArrayList<Future<?>>();
        for (int i = 0; i <= 300; i++) {
            all.add(locations.put(new Entry("N", "", NOON, Integer.toString(i))));
            if (i % 7 == 0) {
                all.add(locations.remove("N"));
            }
        }
        await(Future.all(all));

        assertThat(await(locations.get("N")).map(Stored::json)).contains("300");
        assertThat(await(locations.count(Filter.ALL))).isEqualTo(1);
    }

    @Test
    void a_failing_write_fails_alone() throws Exception {
        Future<Stored> before = locations.put(entry("A"));
        Future<Optional<Stored>> failing = locations.compute("B", old -> {
            throw new IllegalStateException("refused");
        });
        Future<Stored> behind = locations.put(entry("C"));

        await(before);
        await(behind);
        assertThatThrownBy(() -> await(failing)).hasMessage("refused");
        assertThat(keys(PageQuery.at(Filter.ALL, 0, 10))).containsExactly("A", "C");
    }

    @Test
    void a_batch_is_all_or_nothing_across_collections() throws Exception {
        StoreCollection cdrs = await(store.collection("cpo.cdrs"));

        Future<List<Change>> failing =
                store.batch(List.of(Write.put(locations, entry("S1")), new Write(cdrs, "C1", none -> {
                    throw new IllegalStateException("not priced");
                })));
        List<Change> done = await(store.batch(List.of(
                Write.put(locations, entry("S2")), Write.put(cdrs, entry("C2")), Write.remove(locations, "S2"))));

        assertThatThrownBy(() -> await(failing)).hasMessage("not priced");
        assertThat(done).hasSize(3);
        assertThat(done.get(2).before().map(Stored::key)).contains("S2");
        assertThat(await(locations.count(Filter.ALL))).isZero();
        assertThat(keysOf(cdrs)).containsExactly("C2");
    }

    private static List<String> keysOf(StoreCollection collection) throws TimeoutException {
        return await(collection.page(PageQuery.at(Filter.ALL, 0, 100))).items().stream()
                .map(Stored::key)
                .toList();
    }

    @Test
    void the_last_of_equal_keys_in_one_batch_wins() throws Exception {
        List<Stored> stored =
                await(locations.putAll(List.of(entry("A"), entry("B"), new Entry("A", PARTY, NOON, "{}"))));

        assertThat(stored).hasSize(3);
        assertThat(await(locations.get("A")).map(Stored::json)).contains("{}");
        assertThat(keys(PageQuery.at(Filter.ALL, 0, 10))).containsExactly("A", "B");
    }

    @Test
    void an_empty_batch_succeeds() throws Exception {
        assertThat(await(locations.putAll(List.of()))).isEmpty();
    }

    @Test
    void a_collection_of_another_store_is_refused() throws Exception {
        Store other = Stores.memory(vertx);
        StoreCollection strange = await(other.collection("cpo.locations"));

        assertThatThrownBy(() -> await(store.batch(List.of(Write.put(strange, entry("A"))))))
                .hasMessageContaining("belongs to another store");
    }

    @Test
    void listeners_hear_of_each_change_in_order_until_they_cancel() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        Promise<Void> last = Promise.promise();
        Registration registration = locations.onChange(change -> {
            heard.add(change.key()
                    + (change.before().isPresent() ? "-" : "+")
                    + change.after().map(Stored::json).orElse("gone"));
            if (change.key().equals("END")) {
                last.complete();
            }
        });

        await(locations.put(new Entry("A", "", NOON, "1")));
        await(Future.all(
                locations.put(new Entry("A", "", NOON, "2")),
                locations.remove("A"),
                locations.put(new Entry("END", "", NOON, "3"))));
        await(last.future());
        registration.cancel();
        await(locations.put(entry("UNHEARD")));

        assertThat(heard).containsExactly("A+1", "A-2", "A-gone", "END+3");
    }

    @Test
    void a_failing_listener_disturbs_nobody() throws Exception {
        Promise<Change> heard = Promise.promise();
        locations.onChange(change -> {
            throw new IllegalStateException("a listener's own trouble, on purpose");
        });
        locations.onChange(heard::tryComplete);

        await(locations.put(entry("A")));

        assertThat(await(heard.future()).key()).isEqualTo("A");
    }

    @Test
    void the_version_counts_changes_and_a_page_tells_its_own() throws Exception {
        fill(3);
        await(locations.remove("L1"));

        assertThat(locations.version()).isEqualTo(4);
        assertThat(await(locations.page(PageQuery.at(Filter.ALL, 0, 1))).version())
                .isEqualTo(4);
    }

    @Test
    void futures_complete_on_the_context_of_the_caller() throws Exception {
        Context context = vertx.getOrCreateContext();
        Promise<List<Boolean>> seen = Promise.promise();

        context.runOnContext(start -> locations
                .put(entry("A"))
                .map(done -> Vertx.currentContext() == context)
                .compose(onPut -> locations.get("A").map(done -> List.of(onPut, Vertx.currentContext() == context)))
                .onComplete(seen));

        assertThat(await(seen.future())).containsExactly(true, true);
    }

    @Test
    void half_a_surrogate_pair_survives_as_an_escape() throws Exception {
        await(locations.put(new Entry("A", "", NOON, "{\"name\":\"x\ud83d\"}")));

        assertThat(await(locations.get("A")).map(Stored::json)).contains("{\"name\":\"x\\ud83d\"}");
    }

    @Test
    void keys_and_bodies_may_be_long_and_strange() throws Exception {
        String key = "€'\"%_\\/ ".repeat(64);
        await(locations.put(new Entry(key, "", NOON, "\"" + "x".repeat(3_000_000) + "\"")));

        assertThat(await(locations.get(key)).map(Stored::json).map(String::length))
                .contains(3_000_002);
    }

    @Test
    void a_closed_store_says_so() throws Exception {
        await(store.close());

        assertThatThrownBy(() -> await(locations.put(entry("A"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has been closed");
        assertThatThrownBy(() -> await(locations.get("A"))).hasMessageContaining("has been closed");
        assertThatThrownBy(() -> await(store.collection("cpo.cdrs"))).hasMessageContaining("has been closed");
    }

    @Test
    void any_sequence_of_calls_agrees_with_a_simple_model() throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            StoreCollection collection = await(store.collection("model." + seed));
            new StoreModel(seed).run(collection, 300);
        }
    }
}
