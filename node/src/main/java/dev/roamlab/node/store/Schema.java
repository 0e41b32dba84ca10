package dev.roamlab.node.store;

import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** Brings the tables of a database to the form this build knows. */
final class Schema {

    private Schema() {}

    static void migrate(Database database) {
        Flyway flyway = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/migration")
                .table("store_schema_history")
                .baselineOnMigrate(true) // other tables in the same database are none of our business
                .baselineVersion("0")
                .loggers("slf4j")
                .load();
        try {
            refuseNewer(database, flyway.info());
            flyway.migrate();
        } catch (FlywayException failure) {
            throw explain(database, failure);
        }
    }

    private static void refuseNewer(Database database, MigrationInfoService info) {
        boolean newer = Arrays.stream(info.applied())
                .map(MigrationInfo::getState)
                .anyMatch(state -> state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED);
        if (newer) {
            throw new StoreException("store " + database.place() + ": was written by a newer roamlab (schema "
                    + info.current().getVersion() + "); use that one, or choose another place");
        }
    }

    private static StoreException explain(Database database, FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return database.failure(sql);
            }
        }
        return new StoreException(
                "store " + database.place() + ": its tables are not as expected (" + failure.getMessage() + ")",
                failure);
    }
}
