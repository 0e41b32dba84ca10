package dev.roamlab.cli.nodes;

import dev.roamlab.cli.control.ApiOptions;
import dev.roamlab.cli.options.Count;
import dev.roamlab.cli.options.Port;
import dev.roamlab.cli.options.Seed;
import dev.roamlab.cli.options.Speed;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.control.ControlledLab;
import dev.roamlab.control.ControlledLabBuilder;
import dev.roamlab.emsp.EmspNode.Sync;
import dev.roamlab.lab.RealClock;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.scenarios.file.Shipped;
import dev.roamlab.scenarios.lab.Lab;
import dev.roamlab.scenarios.lab.LabSettings;
import dev.roamlab.scenarios.lab.Town;
import dev.roamlab.scenarios.operator.Operator;
import dev.roamlab.scenarios.operator.OperatorDesk;
import dev.roamlab.scenarios.world.World;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a lab in which life goes on, and stays. */
@Command(
        name = "up",
        description = "Start both nodes and some charging stations, and stay until Ctrl-C.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  roamlab up",
            "  roamlab up --chargers 50 --speed 60 --store data",
            "  roamlab up --locations my-locations.json.gz --emsp-port 0 --cpo-port 0"
        })
public final class UpCommand implements Callable<Integer> {
    private static final Duration NEWS_EVERY = Duration.ofSeconds(15);

    private final CommandContext context;

    @Option(
            names = "--chargers",
            paramLabel = "N",
            converter = Count.Converter.class,
            defaultValue = "4",
            description = "How many charging stations (default: ${DEFAULT-VALUE}).")
    private Count chargers = new Count(4);

    @Option(
            names = "--emsp-port",
            paramLabel = "PORT",
            converter = Port.Converter.class,
            defaultValue = "8000",
            description = "Port of the eMSP; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    private Port emspPort = new Port(8000);

    @Option(
            names = "--cpo-port",
            paramLabel = "PORT",
            converter = Port.Converter.class,
            defaultValue = "8001",
            description = "Port of the CPO, for OCPI and OCPP; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    private Port cpoPort = new Port(8001);

    @Mixin
    private final HostOption host = new HostOption();

    @Option(
            names = "--speed",
            paramLabel = "N",
            converter = Speed.Converter.class,
            defaultValue = "1",
            description = "How many times faster than real time life goes on (default: ${DEFAULT-VALUE}).")
    private Speed speed = new Speed(1);

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Seed.Converter.class,
            description = "Makes ids, tokens and drivers repeatable (default: different each time).")
    private Optional<Seed> seed = Optional.empty();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Mixin
    private final FaultOptions faults = new FaultOptions();

    @Mixin
    private final OperatorOption operator = new OperatorOption();

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Mixin
    private final OwnData files = new OwnData();

    /** The command in its context. */
    public UpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (speed.isMax()) {
            throw new UserError(
                    "--speed max is for stories that end; this lab goes on.", "Give a number, such as --speed 60.");
        }
        World shipped = Shipped.scenario("charging-session").orElseThrow().world();
        World world = files.world(context, shipped, stocked -> {}, choice -> {});
        RealClock clock = new RealClock(speed.factor());
        LabSettings settings = settings(clock);
        Staying staying = new Staying(context.out());
        Open open = staying.started(
                Town.open(settings, world, chargers.number()).compose(this::withDesks), node -> "--" + node + "-port");
        Town town = open.town();
        Console out = context.out();
        new TownGuide(out, town, store.description()).print();
        open.desks().forEach(desk -> out.line("The operator's desk: " + desk.url()));
        openApi(town, clock);
        News news = new News(out, town.lab(), NEWS_EVERY);
        staying.untilCtrlC(() -> {
            news.stop();
            return town.close().onComplete(closed -> clock.close());
        });
        return ExitCodes.CLEAN;
    }

    /** The API controls the lab's own stations. */
    private void openApi(Town town, RealClock clock) {
        try {
            ControlledLab lab = ControlledLabBuilder.builder(
                            ControlledLab.of(town.lab().fleet(), clock))
                    .tokens(town.cards())
                    .welcome(town::welcome)
                    .build();
            api.start(town.lab().vertx(), lab, context.out()::line);
        } catch (RuntimeException refused) {
            town.close();
            throw refused;
        }
    }

    private record Open(Town town, List<OperatorDesk> desks) {}

    /** The CPO's desk and, one port on, the eMSP's. */
    private Future<Open> withDesks(Town town) {
        Lab lab = town.lab();
        return operator.open(0, port -> Operator.of(lab.vertx(), port, lab.cpo(), lab.fleet(), lab.clock()))
                .compose(cpo -> operator.open(1, port -> Operator.of(lab.vertx(), port, lab.emsp()))
                        .map(emsp -> new Open(
                                town, Stream.concat(cpo.stream(), emsp.stream()).toList())))
                .onFailure(failure -> town.close());
    }

    private LabSettings settings(RealClock clock) {
        return LabSettings.inMemory(
                        clock, OcpiVersion.V2_3_0, seed.map(Seed::value).orElseGet(System::nanoTime))
                .host(host.value())
                .emspPort(emspPort.number())
                .cpoPort(cpoPort.number())
                .emspStore(store.of("emsp"))
                .cpoStore(store.of("cpo"))
                .sync(Sync.ON_REGISTRATION)
                .faults(faults.of("emsp", "cpo"))
                .admin(faults.admin())
                .build();
    }
}
