package dev.roamlab.station.check;

import dev.roamlab.station.check.Field.Type;
import dev.roamlab.station.models.ConnectorType;
import dev.roamlab.station.models.PowerType;
import dev.roamlab.station.models.StationModel;
import java.util.List;
import java.util.stream.Stream;

/** The fields of a model in a file: the check and the schema are made of them. */
final class ModelFields {
    private static final List<Field> CONNECTOR = List.of(
            Field.of("type", Type.ENUM, "Plug or socket, in OCPI's words.").choices(names(ConnectorType.values())),
            Field.of("powerType", Type.ENUM, "What it delivers, in OCPI's words.")
                    .choices(names(PowerType.values())),
            Field.of(
                    "voltage",
                    Type.WHOLE,
                    "Volts. AC: between phase and neutral, between the lines for a split phase; DC: the highest output."),
            Field.of("maxAmperage", Type.WHOLE, "Amperes per phase."),
            Field.of("maxPowerKw", Type.NUMBER, "Rated power in kW; no more than volts, amperes and phases give."),
            Field.of("cableAttached", Type.FLAG, "Whether the station brings the cable; a DC station does."),
            Field.of("locks", Type.FLAG, "Whether the station locks the plug, and so can be asked to unlock it."));

    private static final List<Field> EVSE =
            List.of(Field.of("connectors", Type.OBJECTS, "Of which one can be in use at a time.")
                    .of(CONNECTOR));

    static final List<Field> MODEL = List.of(
            Field.of("id", Type.TEXT, "Its name on the command line: lower case letters, digits, '.' and '-'."),
            Field.of("name", Type.TEXT, "As a person would say it."),
            Field.of("vendor", Type.TEXT, "As reported at boot, at most 20 characters."),
            Field.of("model", Type.TEXT, "As reported at boot, at most 20 characters."),
            Field.of("firmware", Type.TEXT, "As reported at boot, at most 50 characters."),
            Field.of("catalogueNumber", Type.TEXT, "What one orders, at most 50 characters."),
            Field.of("serialPattern", Type.TEXT, "Serial number; its run of # becomes the station's number."),
            Field.of("gridKw", Type.NUMBER, "What the station may draw in all, shared by its EVSEs, in kW."),
            Field.of("evses", Type.OBJECTS, "Numbered from 1 in this order.").of(EVSE),
            Field.of(
                    "configuration",
                    Type.KEYS,
                    "Configuration keys of 1.6, or variables of 2.0.1 as Component.Variable, that differ from the usual."),
            Field.of("ocpp", Type.TEXTS, "The versions it speaks; both when left out.")
                    .choices(StationModel.OCPP_VERSIONS)
                    .optional(),
            Field.of("display", Type.FLAG, "Whether it shows messages of the CSMS.")
                    .optional(),
            Field.of("iso15118", Type.FLAG, "Whether it talks to cars by ISO 15118.")
                    .optional(),
            Field.of("quirks", Type.QUIRKS, "Where it differs from the book.").optional());

    private ModelFields() {}

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
