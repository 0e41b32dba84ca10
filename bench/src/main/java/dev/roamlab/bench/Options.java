package dev.roamlab.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was said on the command line, {@code KEY=VALUE}. */
record Options(Map<String, String> values) {
    static Options of(List<String> words) {
        Map<String, String> values = new TreeMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + word + "': must be KEY=VALUE");
            }
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return new Options(values);
    }

    /** With a value for a key that was not given. */
    Options or(String key, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.putIfAbsent(key, value);
        return new Options(more);
    }

    /** With this value, whatever was given. */
    Options with(String key, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(key, value);
        return new Options(more);
    }

    String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + ": missing");
        }
        return value;
    }

    int number(String key) {
        return Integer.parseInt(text(key));
    }
}
