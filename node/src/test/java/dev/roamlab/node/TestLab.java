package dev.roamlab.node;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Role;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A lab of bare platforms, for tests of what all nodes share. */
public final class TestLab {
    private final Vertx vertx = Vertx.vertx();
    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-21T10:00:00Z"), SteppedClock.MAX_SPEED);
    private final ExchangeLog log = new ExchangeLog(clock);
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    public TestLab() {
        log.subscribe(exchanges::add);
    }

    public TestNode node(String name, Role role, String country, String party) throws Exception {
        return node(name, role, country, party, settings -> settings);
    }

    public TestNode node(
            String name, Role role, String country, String party, UnaryOperator<NodeSettingsBuilder> adjust)
            throws Exception {
        CredentialsRole credentialsRole = new CredentialsRole(
                role,
                new BusinessDetails(name, Optional.empty(), Optional.empty()),
                new PartyId(party),
                new CountryCode(country));
        NodeSettings settings =
                adjust.apply(NodeSettings.local(name, List.of(credentialsRole))).build();
        TestNode node = new TestNode(settings, new LabContext(clock, log, Ids.seeded(1, name)));
        vertx.deployVerticle(node).await(10, SECONDS);
        return node;
    }

    /** Stops one node; the rest of the lab goes on. */
    public void undeploy(TestNode node) throws Exception {
        vertx.undeploy(node.deploymentId()).await(20, SECONDS);
    }

    public List<Exchange> exchanges() {
        return exchanges;
    }

    public Vertx vertx() {
        return vertx;
    }

    public ExchangeLog log() {
        return log;
    }

    public SteppedClock clock() {
        return clock;
    }

    public void close() throws Exception {
        vertx.close().await(20, SECONDS);
    }

    /** A verticle with nothing but the platform. */
    public static final class TestNode extends VerticleBase {
        private final NodeSettings settings;
        private final LabContext lab;
        private @Nullable Platform platform;

        TestNode(NodeSettings settings, LabContext lab) {
            this.settings = settings;
            this.lab = lab;
        }

        @Override
        public Future<?> start() {
            return Platform.open(vertx, settings, lab).compose(opened -> {
                platform = opened;
                return opened.listen();
            });
        }

        @Override
        public Future<?> stop() {
            return platform().close();
        }

        String deploymentId() {
            return context.deploymentID();
        }

        public Platform platform() {
            return java.util.Objects.requireNonNull(platform);
        }

        /** Does something on the node's event loop and waits for it. */
        public <T> T run(Supplier<Future<T>> work) throws Exception {
            return platform().onContext(work).await(10, SECONDS);
        }
    }
}
