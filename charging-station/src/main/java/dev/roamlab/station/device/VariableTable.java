package dev.roamlab.station.device;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.Mutability;
import dev.roamlab.ocpp.messages.variables.Variable;
import dev.roamlab.station.models.StationModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Makes the variables of a model out of {@code variables.txt}. */
final class VariableTable {
    private final StationModel model;
    private final Function<String, Mutability> mutability;

    VariableTable(StationModel model, Function<String, Mutability> mutability) {
        this.model = model;
        this.mutability = mutability;
    }

    List<DeviceVariable> variables() {
        List<DeviceVariable> all = new ArrayList<>();
        for (Row row : Rows.ALL) {
            for (Optional<Evse> place : places(row.component())) {
                all.add(variable(row, place));
            }
        }
        return all;
    }

    /** Where a component is: at the station as a whole, at each EVSE, or at each connector. */
    private List<Optional<Evse>> places(String component) {
        List<Optional<Evse>> places = new ArrayList<>();
        for (int evse = 1; evse <= model.evses().size(); evse++) {
            if (component.equals("EVSE") || component.equals("FiscalMetering")) {
                places.add(Optional.of(Evse.of(evse)));
            } else if (component.equals("Connector")) {
                int connectors = model.evses().get(evse - 1).connectors().size();
                for (int connector = 1; connector <= connectors; connector++) {
                    places.add(Optional.of(Evse.of(evse, connector)));
                }
            }
        }
        return places.isEmpty() ? List.of(Optional.empty()) : places;
    }

    private DeviceVariable variable(Row row, Optional<Evse> place) {
        Source source = source(row.value(), place);
        return new DeviceVariable(
                new Component(place, row.component(), Optional.empty()),
                new Variable(row.variable(), row.instance()),
                TypeColumn.characteristics(row.type(), row.unit(), name -> ModelFacts.of(model, place, name)),
                source instanceof Source.Key key ? mutability.apply(key.name()) : Mutability.READ_ONLY,
                source);
    }

    private Source source(String value, Optional<Evse> place) {
        String rest = value.substring(1);
        return switch (value.charAt(0)) {
            case '=' -> new Source.Fixed(rest);
            case '@' -> new Source.Key(rest);
            case '~' -> new Source.Live(Gauge.valueOf(rest));
            case '%' -> new Source.Fixed(ModelFacts.of(model, place, rest));
            default -> throw new IllegalArgumentException("variables.txt: '" + value + "' says no source");
        };
    }

    /** One line of the table. */
    private record Row(
            String component, String variable, Optional<String> instance, String type, String unit, String value) {
        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            String name = cells[1].strip();
            int bracket = name.indexOf('[');
            return new Row(
                    cells[0].strip(),
                    bracket < 0 ? name : name.substring(0, bracket),
                    bracket < 0 ? Optional.empty() : Optional.of(name.substring(bracket + 1, name.length() - 1)),
                    cells[2].strip(),
                    cells[3].strip(),
                    cells[4].strip());
        }
    }

    /** Loaded when first asked for. */
    private static final class Rows {
        private static final List<Row> ALL = load();

        private static List<Row> load() {
            try (InputStream text =
                    Objects.requireNonNull(VariableTable.class.getResourceAsStream("variables.txt"), "variables.txt")) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Row::of)
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
