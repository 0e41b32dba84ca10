package dev.roamlab.emsp.offender;

import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.UserError;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;

/** Does everything that the design forbids a node to do, so that a test can see each rule catch it. */
final class Offender {
    private Offender() {}

    static void waits(Future<String> answer) throws InterruptedException {
        Thread.sleep(1);
        answer.await();
    }

    static Instant readsTheClock(Vertx vertx) {
        vertx.setTimer(ExitCodes.FINDINGS, ignored -> System.out.println("done"));
        return Instant.now();
    }

    static boolean readsFiles(Path path) throws Exception {
        DriverManager.getConnection("jdbc:none").close();
        return Files.exists(path);
    }

    static UserError seesTheCommand() {
        return new UserError("upwards");
    }
}
