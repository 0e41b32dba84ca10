package dev.roamlab.station.drama;

import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.station.behaviour.Span;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of one drama: what somebody has said, and the usual for the rest. */
final class DramaSettings {
    private static final Pattern MILLIS = Pattern.compile("(\\d{1,6})(?:\\.\\.(\\d{1,6}))?");

    private final DramaKind kind;
    private final Map<String, String> values;

    DramaSettings(DramaKind kind, Map<String, String> given) {
        this.kind = kind;
        Map<String, String> all = new LinkedHashMap<>(kind.usual());
        given.forEach((name, value) -> {
            if (all.put(name, value) == null) {
                throw new IllegalArgumentException(kind + ": no setting '" + name + "', there are "
                        + String.join(", ", kind.usual().keySet()));
            }
        });
        this.values = all;
    }

    void checkAll() {
        for (String name : values.keySet()) {
            switch (name) {
                case "share", "percent" -> percent(name);
                case "delay" -> delay(name);
                case "code" -> errorCode(name);
                default -> time(name);
            }
        }
    }

    /** Per cent, above 0 and up to 100. */
    double percent(String name) {
        String text = values.getOrDefault(name, "");
        double percent = text.matches("\\d{1,3}(\\.\\d{1,4})?") ? Double.parseDouble(text) : -1;
        if (!(percent > 0 && percent <= 100)) {
            throw wrong(name, text, "a number above 0 and at most 100");
        }
        return percent;
    }

    Duration time(String name) {
        String text = values.getOrDefault(name, "");
        boolean back = text.startsWith("-");
        try {
            Duration time = Span.parse(back ? text.substring(1) : text).to();
            return back ? time.negated() : time;
        } catch (IllegalArgumentException none) {
            throw wrong(name, text, "a time such as 90s, 5m or 1h");
        }
    }

    /** From and to, in milliseconds. */
    Duration[] delay(String name) {
        String text = values.getOrDefault(name, "");
        Matcher millis = MILLIS.matcher(text);
        if (!millis.matches()) {
            throw wrong(name, text, "milliseconds such as 300 or 500..3000");
        }
        long from = Long.parseLong(millis.group(1));
        long to = millis.group(2) == null ? from : Long.parseLong(millis.group(2));
        if (to < from) {
            throw wrong(name, text, "a range that does not end before it begins");
        }
        return new Duration[] {Duration.ofMillis(from), Duration.ofMillis(to)};
    }

    ErrorCode errorCode(String name) {
        String text = values.getOrDefault(name, "");
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> wrong(name, text, "one of " + Arrays.toString(ErrorCode.values())));
    }

    private IllegalArgumentException wrong(String name, String value, String rule) {
        return new IllegalArgumentException(kind + ": " + name + ": '" + value + "', must be " + rule);
    }
}
