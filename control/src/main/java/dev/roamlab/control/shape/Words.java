package dev.roamlab.control.shape;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How constants are spelt on the wire: as OCPP spells them, {@code SuspendedEV}, {@code GroundFailure}. */
final class Words {
    private static final Set<String> CAPITALS = Set.of("EV", "EVSE", "AC", "DC");
    private static final ClassValue<Map<String, Object>> BY_WORD = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            Map<String, Object> words = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                words.put(of((Enum<?>) constant), constant);
            }
            return words;
        }
    };

    private Words() {}

    static String of(Enum<?> constant) {
        if (constant.name().equals("E_MAID")) {
            return "eMAID";
        }
        return Arrays.stream(constant.name().split("_")).map(Words::capitalised).collect(Collectors.joining());
    }

    static Map<String, Object> all(Class<?> type) {
        return BY_WORD.get(type);
    }

    private static String capitalised(String word) {
        boolean asItIs = CAPITALS.contains(word) || word.chars().anyMatch(Character::isDigit);
        return asItIs ? word : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
