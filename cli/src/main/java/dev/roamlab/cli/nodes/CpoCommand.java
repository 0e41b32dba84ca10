package dev.roamlab.cli.nodes;

import dev.roamlab.cli.nodes.LoneNode.Started;
import dev.roamlab.cli.options.Count;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cpo.Cpo;
import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.CpoSettings;
import dev.roamlab.cpo.CpoSettings.UnknownStations;
import dev.roamlab.cpo.CpoSettingsBuilder;
import dev.roamlab.cpo.gateway.Cluster;
import dev.roamlab.cpo.gateway.ClusterSettings;
import dev.roamlab.lab.Ids;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.scenarios.lab.Neighbourhood;
import dev.roamlab.scenarios.lab.Placement;
import dev.roamlab.scenarios.operator.Operator;
import dev.roamlab.station.behaviour.Behaviour;
import dev.roamlab.station.behaviour.Behaviours;
import dev.roamlab.station.fleet.Destination;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the CPO alone. */
@Command(
        name = "cpo",
        description =
                "Run the CPO alone, as a partner for an eMSP platform of yours, or as a central system for your chargers.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  roamlab cpo",
            "  roamlab cpo --register https://emsp.example/ocpi/versions --token-a TOKEN --chargers 10 --card 04A3F219",
            "  roamlab cpo --invite TOKEN --operator-port 8081   (then: roamlab conformance run --sut …)",
            "  roamlab cpo --accept-unknown --ocpp-security 2 --ocpp-password correct-horse-battery",
            "  roamlab cpo --accept-unknown --gateways 5",
            "  roamlab cpo --locations my-locations.json --accept-unknown --host 0.0.0.0"
        })
public final class CpoCommand implements Callable<Integer> {
    private static final long JOIN_SECONDS = 60;

    private final CommandContext context;

    @Mixin
    private final NodeOptions options = new NodeOptions();

    @Mixin
    private final OwnData data = new OwnData();

    @Option(
            names = "--chargers",
            paramLabel = "N",
            converter = Count.Converter.class,
            defaultValue = "2",
            description = "How many simulated charging stations (default: ${DEFAULT-VALUE}).")
    private Count chargers = new Count(2);

    @Option(
            names = "--card",
            paramLabel = "UID",
            description = "A card that simulated drivers present; repeatable (default: nobody comes).")
    private List<String> cards = new ArrayList<>();

    @Mixin
    private final OcppSecurityOptions security = new OcppSecurityOptions();

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--accept-unknown",
            description = "Accept stations that were never commissioned (default: refuse them).")
    private boolean acceptUnknown;

    /** The command in its context. */
    public CpoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        OwnData.Loaded own = data.load(context);
        NodeSettings settings =
                options.settings("cpo", Role.CPO, 8001, own.owner().orElse("BE-KAN"), "Kantstroom");
        if (!cluster.isGiven()) {
            return LoneNode.run(context, options, (vertx, lab) -> start(vertx, lab, settings, own));
        }
        ClusterSettings members = members();
        try (GatewayProcesses gateways = new GatewayProcesses(
                context.err(), settings.host(), members.self().toString())) {
            return LoneNode.run(
                    context,
                    options,
                    () -> joined(members),
                    (vertx, lab) ->
                            start(vertx, lab, settings, own).compose(node -> withGateways(node, gateways, settings)));
        }
    }

    private ClusterSettings members() {
        if (security.isGiven()) {
            throw new UserError(
                    "--ocpp-security and gateways do not go together yet.",
                    "Leave out --gateways and --cluster, or put a proxy that speaks TLS in front of the gateways.");
        }
        if (options.speed() != 1) {
            throw new UserError(
                    "--speed and gateways do not go together: gateways tell chargers the time of the wall.",
                    "Leave out --speed, or --gateways and --cluster.");
        }
        return cluster.settings();
    }

    private static Vertx joined(ClusterSettings members) {
        try {
            return Cluster.join(members).await(JOIN_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new UserError(
                    "The cluster could not be joined as " + members.self() + ": " + failure.getMessage() + ".",
                    "--cluster must be an IP address of this machine and a free port.");
        }
    }

    /** The gateways come up by themselves; until one is there, chargers are refused at its port, and come again. */
    private Future<Started> withGateways(Started node, GatewayProcesses gateways, NodeSettings settings) {
        List<Integer> ports = cluster.ports(settings.port());
        gateways.start(ports);
        String host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
        List<String> urls = new ArrayList<>();
        urls.add("ws://" + host + ":" + node.platform().host().port() + "/ocpp");
        ports.forEach(port -> urls.add("ws://" + host + ":" + port + "/ocpp"));
        return Future.succeededFuture(new Started(node.platform(), node.desk(), urls));
    }

    private Future<Started> start(Vertx vertx, LabContext lab, NodeSettings settings, OwnData.Loaded own) {
        CpoNode node = new CpoNode(cpoSettings(settings), lab);
        return vertx.deployVerticle(node)
                .compose(deployed -> node.cpo().loadTariffs(own.tariffs()))
                .compose(loaded -> node.cpo().loadLocations(own.locations()))
                .compose(loaded -> populate(vertx, lab, settings, node.cpo()))
                .compose(fleet ->
                        options.operator().open(0, port -> Operator.of(vertx, port, node, fleet, lab.clock())))
                .compose(desk -> node.ask(parts -> Future.succeededFuture(
                        security.isGiven()
                                ? new Started(
                                        parts.platform(),
                                        desk,
                                        List.of(node.cpo().csmsUrl()))
                                : new Started(parts.platform(), desk))));
    }

    /** Whoever acts as the operator wants to see what it leads to. */
    private CpoSettings cpoSettings(NodeSettings settings) {
        CpoSettingsBuilder cpo = CpoSettings.of(settings)
                .gateways(cluster.isGiven())
                .security(security.security(settings.port()))
                .unknownStations(acceptUnknown ? UnknownStations.ACCEPT : UnknownStations.REJECT);
        return (options.operator().isGiven() ? Operator.withoutLongWaits(cpo) : cpo).build();
    }

    /** Stations of our own, and drivers for them if there are cards. */
    private Future<Fleet> populate(Vertx vertx, LabContext lab, NodeSettings settings, Cpo cpo) {
        Ids ids = Ids.unpredictable();
        var built = new Neighbourhood(settings.party(), lab.clock().instant(), ids, List.of()).build(chargers.number());
        return cpo.loadLocations(built.locations())
                .compose(loaded -> Fleet.deploy(vertx, lab.clock(), lab.log(), ids, cpo.csmsUrl()))
                .compose(fleet -> vertx.executeBlocking(() -> security.destination(cpo.localCsmsUrl()))
                        .map(way -> new Manned(fleet, way)))
                .compose(manned -> {
                    Fleet fleet = manned.fleet();
                    List<Future<?>> commissioned = new ArrayList<>();
                    built.placements().forEach(place -> {
                        fleet.add(
                                StationSpec.of(
                                        model(place),
                                        place.chargePointId(),
                                        fleet.stations().size() + 1),
                                manned.way(),
                                "");
                        commissioned.add(cpo.commission(place.locationId(), place.chargePointId(), place.evseUids()));
                    });
                    return Future.all(commissioned)
                            .compose(done -> fleet.connectAll())
                            .onSuccess(connecting -> drive(lab, ids, fleet))
                            .map(fleet);
                });
    }

    /** A fleet and how it connects. */
    private record Manned(Fleet fleet, Destination way) {}

    private StationModel model(Placement place) {
        return options.operator().isGiven() ? Operator.withoutLongWaits(place.model(), 1) : place.model();
    }

    private void drive(LabContext lab, Ids ids, Fleet fleet) {
        if (!cards.isEmpty()) {
            Behaviour behaviour = new Behaviour(
                    Behaviours.named("town"),
                    lab.clock(),
                    ids.number(Integer.MAX_VALUE),
                    cards.stream().map(IdToken::of).toList());
            fleet.stations().forEach(behaviour::visit);
        }
    }
}
