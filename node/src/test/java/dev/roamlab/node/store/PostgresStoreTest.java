package dev.roamlab.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresStoreTest extends DurableStoreContract {

    private String database = "";

    @Override
    StoreLocation location() throws Exception {
        if (database.isEmpty()) {
            database = PostgresServer.newDatabase();
        }
        return StoreLocation.parse(PostgresServer.url(database));
    }

    @Override
    void sql(String statement) throws Exception {
        PostgresServer.sql(database, statement);
    }

    @Test
    void two_stores_share_a_database_but_no_collection() throws Exception {
        Store other = await(open());
        try {
            StoreCollection tokens = await(other.collection("emsp.tokens"));
            await(tokens.put(entry("T1")));

            assertThatThrownBy(() -> await(other.collection("cpo.locations")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another process has cpo.locations open");
        } finally {
            await(other.close());
        }
    }

    @Test
    void a_lost_connection_fails_the_write_at_most_and_the_next_one_succeeds() throws Exception {
        await(locations.put(entry("A")));

        PostgresServer.sql(
                "postgres",
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
        boolean acknowledged = locations
                .put(entry("B"))
                .transform(done -> Future.succeededFuture(done.succeeded()))
                .await();
        await(locations.put(entry("C")));

        assertThat(keys(PageQuery.at(Filter.ALL, 0, 10)))
                .isEqualTo(acknowledged ? List.of("A", "B", "C") : List.of("A", "C"));
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_the_password() throws Exception {
        int closedPort;
        try (var socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }

        assertThatThrownBy(() -> await(Stores.open(
                        vertx, StoreLocation.parse("postgresql://me:s3cret@localhost:" + closedPort + "/db"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("postgresql://me:***@localhost:" + closedPort + "/db")
                .hasMessageContaining("no PostgreSQL answers")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void an_unknown_host_is_named() {
        assertThatThrownBy(
                        () -> await(Stores.open(vertx, StoreLocation.parse("postgresql://me@no.such.host.invalid/db"))))
                .hasMessageContaining("host no.such.host.invalid is not known");
    }

    @Test
    void a_missing_database_is_named_with_the_way_to_make_it() {
        assertThatThrownBy(() -> await(Stores.open(vertx, StoreLocation.parse(PostgresServer.url("nowhere")))))
                .hasMessageContaining("there is no database nowhere")
                .hasMessageContaining("createdb nowhere");
    }

    @Test
    void an_unknown_user_is_refused() {
        String url = "postgresql://stranger:x@localhost:" + PostgresServer.port() + "/postgres";

        assertThatThrownBy(() -> await(Stores.open(vertx, StoreLocation.parse(url))))
                .hasMessageContaining("user stranger is refused");
    }

    @Test
    void a_user_without_rights_learns_what_is_missing() throws Exception {
        PostgresServer.sql("postgres", "create role reader login");

        String url = "postgresql://reader@localhost:" + PostgresServer.port() + "/" + database;
        assertThatThrownBy(() -> await(Stores.open(vertx, StoreLocation.parse(url))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("user reader may not do that");
    }
}
