package dev.roamlab.cli.nodes;

import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.Platform;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.scenarios.operator.OperatorDesk;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What both nodes do when they run alone: join a partner, invite others, and say how to reach them. */
final class LoneNode {
    private static final long REGISTRATION_SECONDS = 60;

    /** Starts a node and what belongs to it. */
    interface Start {
        Future<Started> on(Vertx vertx, LabContext lab);
    }

    /**
     * The part that all nodes have, and the operator's desk if there is one.
     *
     * @param stationUrls where chargers connect to, when there are several places; each adds its id
     */
    record Started(Platform platform, Optional<OperatorDesk> desk, List<String> stationUrls) {
        Started(Platform platform, Optional<OperatorDesk> desk) {
            this(platform, desk, List.of());
        }
    }

    private final CommandContext context;
    private final NodeOptions options;
    private final Platform platform;
    private final Optional<OperatorDesk> desk;
    private final List<String> stationUrls;

    /** Runs a node until Ctrl-C. */
    static int run(CommandContext context, NodeOptions options, Start start) {
        return run(context, options, Vertx::vertx, start);
    }

    /** As {@link #run(CommandContext, NodeOptions, Start)}, in a Vert.x of its own making. */
    static int run(CommandContext context, NodeOptions options, Supplier<Vertx> vertxes, Start start) {
        RealClock clock = new RealClock(options.speed());
        LabContext lab = new LabContext(clock, new ExchangeLog(clock), Ids.unpredictable());
        Vertx vertx = vertxes.get();
        Staying staying = new Staying(context.out());
        try {
            Started started = staying.started(start.on(vertx, lab), node -> "--port");
            new LoneNode(context, options, started).introduce();
        } catch (RuntimeException failure) {
            vertx.close();
            throw failure;
        }
        staying.untilCtrlC(() -> vertx.close().onComplete(closed -> clock.close()));
        return ExitCodes.CLEAN;
    }

    private LoneNode(CommandContext context, NodeOptions options, Started started) {
        this.context = context;
        this.options = options;
        this.platform = started.platform();
        this.desk = started.desk();
        this.stationUrls = started.stationUrls();
    }

    /** Registers where the user said, and prints what runs. */
    private void introduce() {
        options.invitation().ifPresent(this::register);
        Console out = context.out();
        out.line();
        out.line(out.paint(Style.BOLD, "The " + platform.settings().name() + " node is up."));
        line("party", platform.settings().party().toString());
        line("versions", platform.server().versionsUrl());
        line("health", platform.host().publicUrl() + "/health");
        line("state", options.storeDescription());
        stationUrls.forEach(url -> line("chargers", url + "/ID"));
        desk.ifPresent(open -> line("operator", open.url() + "   (POST a trigger; GET lists them)"));
        invite().forEach(token -> line("token A", token.value() + "   (a partner registers with it, once)"));
        partners()
                .forEach(partner -> line(
                        "partner",
                        partner.party() + " in OCPI " + partner.version().value() + ", calls us with token "
                                + partner.incomingToken().base64() + " (Base64)"));
        out.line();
        out.line("Ctrl-C stops it in good order.");
    }

    private void register(NodeOptions.Invited invited) {
        context.out().line("Registering with " + invited.versionsUrl() + " …");
        try {
            await(platform.onContext(() -> platform.registration().register(invited.versionsUrl(), invited.tokenA())));
        } catch (PartnerException refused) {
            throw new UserError(
                    "The registration failed: " + refused.getMessage() + ".",
                    "Check the URL and the token A; a token A works once only.");
        }
    }

    private List<CredentialsToken> invite() {
        List<CredentialsToken> tokens = options.invites();
        if (tokens.isEmpty() && options.invitation().isEmpty() && partners().isEmpty()) {
            tokens = List.of(platform.registration().newToken());
        }
        for (CredentialsToken token : tokens) {
            await(platform.onContext(() -> platform.partners().invite("invited-" + token, token)));
        }
        return tokens;
    }

    private List<Partner> partners() {
        return await(platform.onContext(
                () -> Future.succeededFuture(platform.partners().all())));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(REGISTRATION_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new UserError(
                    "The other platform did not finish the registration within " + REGISTRATION_SECONDS + " s.",
                    "Is it able to call back to this machine? See --host and --public-url.");
        }
    }

    private void line(String name, String text) {
        context.out().line(String.format(Locale.ROOT, "  %-9s %s", name, text));
    }
}
