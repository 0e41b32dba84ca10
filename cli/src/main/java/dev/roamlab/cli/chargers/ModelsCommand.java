package dev.roamlab.cli.chargers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.station.check.ModelSchema;
import dev.roamlab.station.models.ConnectorModel;
import dev.roamlab.station.models.EvseModel;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the catalogue of station models, and checks a file of one's own. */
@Command(
        name = "models",
        description = "List the models of charging stations, or show one of them.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  roamlab chargers models",
            "  roamlab chargers models dc-300 --json",
            "  roamlab chargers models --check my-models.yaml"
        })
final class ModelsCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final CommandContext context;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "One model, with all its figures.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--json", description = "Print as JSON.")
    private boolean json;

    @Option(
            names = "--check",
            paramLabel = "FILE",
            converter = InputFile.Converter.class,
            description = "Say whether a file of your own can be used, and what is wrong with it.")
    private Optional<InputFile> check = Optional.empty();

    @Option(names = "--schema", description = "Print the JSON Schema of files of models, for your editor.")
    private boolean schema;

    ModelsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Console out = context.out();
        if (schema) {
            out.raw(ModelSchema.json().toPrettyString());
            return ExitCodes.CLEAN;
        }
        List<StationModel> models = check.map(file -> ModelChoice.inFile(file, context.in()))
                .or(() -> name.map(wanted -> ModelChoice.of(wanted, context.in())))
                .orElseGet(() -> StationModels.shipped().all());
        if (json) {
            out.raw(json(models));
        } else if (name.isPresent() && check.isEmpty()) {
            models.forEach(model -> show(out, model));
        } else {
            list(out, models);
        }
        check.ifPresent(file -> out.line(file.name() + " is all right: " + models.size() + " models."));
        return ExitCodes.CLEAN;
    }

    private static void list(Console out, List<StationModel> models) {
        int longest =
                models.stream().mapToInt(model -> model.id().length()).max().orElse(0);
        for (StationModel model : models) {
            String id = String.format(Locale.ROOT, "%-" + longest + "s", model.id());
            out.hanging(
                    out.paint(Style.BOLD, id)
                            + String.format(
                                    Locale.ROOT, "  %7.1f kW  %-9s ", model.gridKw(), String.join(", ", model.ocpp())),
                    model.name() + " (" + connectors(model) + ")");
        }
    }

    private static String connectors(StationModel model) {
        return model.connectors().stream()
                .collect(Collectors.groupingBy(
                        connector -> connector.type().toString(), java.util.LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() == 1 ? entry.getKey() : entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static void show(Console out, StationModel model) {
        out.line(out.paint(Style.BOLD, model.id()) + "  " + model.name());
        line(out, "vendor, model", model.vendor() + ", " + model.model());
        line(out, "catalogue number", model.catalogueNumber());
        line(out, "serial numbers", model.serialPattern());
        line(out, "firmware", model.firmware());
        line(out, "OCPP", String.join(", ", model.ocpp()));
        line(out, "grid", String.format(Locale.ROOT, "%.1f kW", model.gridKw()));
        int evse = 0;
        int number = 0;
        for (EvseModel evseModel : model.evses()) {
            evse++;
            for (ConnectorModel connector : evseModel.connectors()) {
                line(out, "EVSE " + evse + ", connector " + ++number, words(connector));
            }
        }
        model.configuration().forEach((key, value) -> line(out, key, value));
    }

    private static String words(ConnectorModel connector) {
        return String.format(
                Locale.ROOT,
                "%s, %s, %d V, %d A, %.1f kW%s",
                connector.type(),
                connector.powerType(),
                connector.voltage(),
                connector.maxAmperage(),
                connector.maxPowerKw(),
                connector.cableAttached() ? ", cable attached" : ", socket");
    }

    private static void line(Console out, String label, String text) {
        out.hanging(String.format(Locale.ROOT, "  %-26s ", label), text);
    }

    private static String json(List<StationModel> models) {
        ObjectNode json = JSON.createObjectNode().put("format", 1);
        ArrayNode list = json.putArray("models");
        for (StationModel model : models) {
            ObjectNode entry = list.addObject()
                    .put("id", model.id())
                    .put("name", model.name())
                    .put("vendor", model.vendor())
                    .put("model", model.model())
                    .put("firmware", model.firmware())
                    .put("catalogueNumber", model.catalogueNumber())
                    .put("gridKw", model.gridKw());
            model.ocpp().forEach(entry.putArray("ocpp")::add);
            ArrayNode evses = entry.putArray("evses");
            for (EvseModel evse : model.evses()) {
                ArrayNode connectors = evses.addObject().putArray("connectors");
                evse.connectors().forEach(connector -> add(connectors, connector));
            }
            ObjectNode configuration = entry.putObject("configuration");
            model.configuration().forEach(configuration::put);
        }
        return json.toPrettyString();
    }

    private static void add(ArrayNode connectors, ConnectorModel connector) {
        connectors
                .addObject()
                .put("type", connector.type().toString())
                .put("powerType", connector.powerType().toString())
                .put("voltage", connector.voltage())
                .put("maxAmperage", connector.maxAmperage())
                .put("maxPowerKw", connector.maxPowerKw())
                .put("cableAttached", connector.cableAttached())
                .put("locks", connector.locks());
    }
}
