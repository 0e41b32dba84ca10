package dev.roamlab.scenarios.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.node.NodeSettingsBuilder;
import dev.roamlab.node.Platform;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.WebLink;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One of our nodes as a system under test: alone, in real time, with much to see, an invitation for a stranger and an
 * operator's desk. Everything is on this machine, on free ports, and in memory.
 */
public final class SelfSubject {
    private static final int TOKEN_LENGTH = 40;

    private final SelfSettings settings;
    private final Self self;
    private final CredentialsToken tokenA;
    private final RealClock clock;
    private final Last last;

    private SelfSubject(SelfSettings settings, Self self, CredentialsToken tokenA, RealClock clock, Last last) {
        this.settings = settings;
        this.self = self;
        this.tokenA = tokenA;
        this.clock = clock;
        this.last = last;
    }

    /** A node that has started, with its desk. */
    interface Self {
        Platform platform();

        OperatorDesk desk();

        Future<Void> close();
    }

    /** Starts a node with event loops of its own. On failure nothing is left running. */
    public static Future<SelfSubject> start(SelfSettings settings) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        return start(vertx, settings, vertx::close).onFailure(failure -> vertx.close());
    }

    /** Starts a node on event loops that others use, too; closing it leaves them. */
    public static Future<SelfSubject> start(Vertx vertx, SelfSettings settings) {
        return start(vertx, settings, Future::succeededFuture);
    }

    private interface Last {
        Future<Void> step();
    }

    private static Future<SelfSubject> start(Vertx vertx, SelfSettings settings, Last last) {
        RealClock clock = new RealClock(1);
        Ids ids = Ids.seeded(settings.seed(), "self-" + settings.role());
        LabContext lab = new LabContext(clock, new ExchangeLog(clock), ids);
        Future<Self> started = settings.role() == Role.CPO
                ? SelfCpo.start(vertx, lab, settings).map(cpo -> cpo)
                : SelfEmsp.start(vertx, lab, settings).map(emsp -> emsp);
        return started.compose(self -> {
                    CredentialsToken tokenA = new CredentialsToken(ids.secret(TOKEN_LENGTH));
                    return self.platform()
                            .onContext(() -> self.platform().partners().invite("tester", tokenA))
                            .map(invited -> new SelfSubject(settings, self, tokenA, clock, last));
                })
                .onFailure(failure -> clock.close());
    }

    /** Where a stranger finds the node's versions. */
    public String versionsUrl() {
        return self.platform().server().versionsUrl();
    }

    /** With it somebody may register, once. */
    public CredentialsToken tokenA() {
        return tokenA;
    }

    /** Where triggers are posted to. */
    public String operatorUrl() {
        return self.desk().url();
    }

    /** The port of the node itself. */
    public int port() {
        return self.platform().host().port();
    }

    /** What a tester has to know. */
    public SelfFacts facts() {
        return SelfFacts.of(settings.role());
    }

    /** The node as a file for {@code roamlab conformance} describes it; JSON is YAML, too. */
    public ObjectNode sutFile() {
        ObjectNode sut = Json.object()
                .put("versions_url", versionsUrl())
                .put("token_a", tokenA.value())
                .put("role", settings.role().name().toLowerCase(Locale.ROOT));
        sut.putObject("tester")
                .put(
                        "party",
                        settings.tester().countryCode() + "/"
                                + settings.tester().partyId());
        sut.set("known", facts().json());
        sut.putObject("triggers").putObject("default").put("webhook", operatorUrl());
        return sut;
    }

    /** What crosses the node's wires. */
    public ExchangeLog log() {
        return self.platform().lab().log();
    }

    /** Stops desk, chargers and node, and gives ports and threads back. */
    public Future<Void> close() {
        // Without a context of its own: the last step may take away the threads on which the end would be told.
        Promise<Void> gone = Promise.promise();
        self.desk().close().transform(closed -> self.close()).onComplete(closed -> {
            clock.close();
            last.step().onComplete(gone);
        });
        return gone.future();
    }

    static NodeSettingsBuilder node(SelfSettings settings, String name, Party party, String business) {
        CredentialsRole role = new CredentialsRole(
                settings.role(),
                new BusinessDetails(
                        business, Optional.of(new WebLink("https://" + name + ".example")), Optional.empty()),
                party.partyId(),
                party.countryCode());
        return NodeSettings.local(name, List.of(role))
                .port(settings.port())
                .publicUrl(settings.publicUrl())
                .versions(settings.versions())
                .pageLimit(settings.pageLimit())
                .faults(settings.faults())
                .admin(settings.admin());
    }
}
