package dev.roamlab.cli.nodes;

import dev.roamlab.cli.options.Port;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cpo.gateway.Cluster;
import dev.roamlab.cpo.gateway.ClusterSettings;
import dev.roamlab.cpo.gateway.ClusterSettings.Address;
import dev.roamlab.cpo.gateway.GatewayNode;
import dev.roamlab.cpo.gateway.GatewaySettings;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.node.LabContext;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a gateway: holds chargers' connections for a CPO that runs elsewhere. */
@Command(
        name = "gateway",
        description =
                "Run a gateway: it holds chargers' connections for a CPO in another process or on another machine.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  roamlab cpo --cluster 10.0.0.5:5701                             (on one machine)",
            "  roamlab cpo gateway --core 10.0.0.5:5701 --cluster 10.0.0.6:5701 --host 0.0.0.0   (on another)"
        })
public final class GatewayCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--core",
            required = true,
            paramLabel = "IP:PORT",
            description = "What the CPO was given as --cluster; further members of the cluster may be added.")
    private List<String> core = new ArrayList<>();

    @Option(
            names = "--cluster",
            paramLabel = "IP:PORT",
            description = "Where the others find this process (default: any free port, on this machine only).")
    private Optional<String> self = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = Port.Converter.class,
            defaultValue = "8011",
            description = "Port that chargers connect to; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    private Port port = new Port(8011);

    @Mixin
    private final HostOption host = new HostOption();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Tells it from the other gateways of the CPO (default: its cluster address).")
    private Optional<String> name = Optional.empty();

    @Option(names = "--ends-with-input", hidden = true, description = "End when standard input does.")
    private boolean endsWithInput;

    /** The command in its context. */
    public GatewayCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Address address = self.map(text -> ClusterOptions.address("--cluster", text))
                .orElseGet(() -> new Address("127.0.0.1", ClusterOptions.freePort()));
        ClusterSettings cluster =
                new ClusterSettings(ClusterSettings.NAME, address, ClusterOptions.members("--core", core));
        GatewaySettings settings = new GatewaySettings(name.orElse(address.toString()), host.value(), port.number());
        RealClock clock = new RealClock(1);
        LabContext lab = new LabContext(clock, new ExchangeLog(clock), Ids.unpredictable());
        if (endsWithInput) {
            endWith(context.in());
        }
        Staying staying = new Staying(context.out());
        Running running = staying.started(start(cluster, settings, lab), node -> "--port");
        introduce(running.gateway(), cluster);
        staying.untilCtrlC(() -> running.vertx().close().onComplete(closed -> clock.close()));
        return ExitCodes.CLEAN;
    }

    /** A gateway that has been deployed. */
    private record Running(Vertx vertx, GatewayNode gateway) {}

    private Future<Running> start(ClusterSettings cluster, GatewaySettings settings, LabContext lab) {
        return Cluster.join(cluster)
                .recover(failure -> Future.failedFuture(new UserError(
                        "The cluster could not be joined as " + cluster.self() + ": " + failure.getMessage() + ".",
                        "--cluster must be an IP address of this machine and a free port.")))
                .compose(vertx -> {
                    GatewayNode gateway = new GatewayNode(settings, lab);
                    return vertx.deployVerticle(gateway)
                            .map(deployed -> new Running(vertx, gateway))
                            .recover(failure -> vertx.close()
                                    .transform(closed -> Future.failedFuture(
                                            failure instanceof BindException
                                                    ? UserError.portInUse(settings.host(), settings.port(), "--port")
                                                    : failure)));
                });
    }

    private void introduce(GatewayNode gateway, ClusterSettings cluster) {
        Console out = context.out();
        out.line("The gateway is up.");
        out.line("  chargers  " + gateway.url() + "/ID");
        out.line("  cluster   " + cluster.self());
        out.line(gateway.isUp() ? "The core is there." : "The core is not there yet: chargers are let in when it is.");
    }

    /** Whoever started us is gone when this ends: it must not leave us behind. */
    private static void endWith(InputStream input) {
        Thread watcher = new Thread(
                () -> {
                    try {
                        while (input.read() >= 0) {
                            // nobody says anything here
                        }
                    } catch (IOException broken) {
                        // as good as its end
                    }
                    Runtime.getRuntime().halt(0);
                },
                "roamlab-parent");
        watcher.setDaemon(true);
        watcher.start();
    }
}
