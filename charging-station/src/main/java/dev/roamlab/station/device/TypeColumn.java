package dev.roamlab.station.device;

import dev.roamlab.ocpp.messages.variables.DataType;
import dev.roamlab.ocpp.messages.variables.VariableCharacteristics;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the type of a variable: {@code integer(0..100)*}. */
final class TypeColumn {
    private static final Pattern TYPE = Pattern.compile("(\\w+)(?:\\(([^)]*)\\))?(\\*?)");
    private static final Map<String, DataType> TYPES = Map.of(
            "string", DataType.STRING,
            "decimal", DataType.DECIMAL,
            "integer", DataType.INTEGER,
            "dateTime", DataType.DATE_TIME,
            "boolean", DataType.BOOLEAN,
            "OptionList", DataType.OPTION_LIST,
            "SequenceList", DataType.SEQUENCE_LIST,
            "MemberList", DataType.MEMBER_LIST);

    private TypeColumn() {}

    /** @param facts says what a model has where a limit is a {@code %name} */
    static VariableCharacteristics characteristics(String column, String unit, UnaryOperator<String> facts) {
        Matcher type = TYPE.matcher(column);
        if (!type.matches()) {
            throw new IllegalArgumentException("variables.txt: '" + column + "' is no type");
        }
        String bounds = Objects.requireNonNullElse(type.group(2), "");
        boolean range = bounds.contains("..");
        String[] limits = range ? bounds.split("\\.\\.", -1) : new String[] {"", ""};
        return new VariableCharacteristics(
                unit.isEmpty() ? Optional.empty() : Optional.of(unit),
                Objects.requireNonNull(TYPES.get(type.group(1)), column),
                limit(limits[0], facts),
                limit(limits[1], facts),
                range || bounds.isEmpty() ? Optional.empty() : Optional.of(bounds),
                !type.group(3).isEmpty());
    }

    private static Optional<BigDecimal> limit(String text, UnaryOperator<String> facts) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.startsWith("%") ? facts.apply(text.substring(1)) : text));
    }
}
