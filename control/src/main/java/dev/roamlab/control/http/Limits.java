package dev.roamlab.control.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many requests one caller may make. */
public record Limits(List<Limit> all) {
    /** 100 a minute and 1,000 an hour. */
    public static final Limits USUAL =
            new Limits(List.of(new Limit(100, Duration.ofMinutes(1)), new Limit(1_000, Duration.ofHours(1))));

    /** As many as one likes. */
    public static final Limits NONE = new Limits(List.of());

    private static final Pattern ONE = Pattern.compile("([0-9]{1,9})/(s|min|h)");
    private static final Map<String, Duration> WINDOWS =
            Map.of("s", Duration.ofSeconds(1), "min", Duration.ofMinutes(1), "h", Duration.ofHours(1));

    public Limits {
        all = List.copyOf(all);
    }

    /** At most so many requests in so long a time. */
    public record Limit(int requests, Duration window) {
        public Limit {
            if (requests < 1) {
                throw new IllegalArgumentException("requests: " + requests + ", must be at least 1");
            }
        }

        String policy() {
            return requests + ";w=" + window.toSeconds();
        }
    }

    /**
     * Reads limits as people write them: {@code 100/min,1000/h}, or {@code none}.
     *
     * @throws IllegalArgumentException saying what can be written
     */
    public static Limits parse(String text) {
        if (text.strip().equalsIgnoreCase("none")) {
            return NONE;
        }
        List<Limit> limits = new ArrayList<>();
        for (String part : text.toLowerCase(Locale.ROOT).split(",")) {
            Matcher one = ONE.matcher(part.strip());
            if (!one.matches()) {
                throw new IllegalArgumentException(
                        "'" + part.strip() + "' is no limit; write such as 100/min,1000/h (s, min, h), or none");
            }
            limits.add(new Limit(Integer.parseInt(one.group(1)), Objects.requireNonNull(WINDOWS.get(one.group(2)))));
        }
        return new Limits(limits);
    }
}
