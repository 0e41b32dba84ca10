package dev.roamlab.station;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a station calls its firmware after an update. */
final class FirmwareVersion {
    private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)+[A-Za-z0-9.-]*?(?=\\.[A-Za-z]+$|$)");
    private static final int MAX = 50;

    private FirmwareVersion() {}

    /** What the file says it is; else the version in its name; else the present one with a mark. */
    static String after(StationState state, FirmwareUpdate update, Optional<String> said) {
        String location = update.firmware().location().replaceAll("[?#].*", "");
        String present = state.device().installed().orElse(state.spec().model().firmware());
        String next = said.filter(version -> !version.isBlank())
                .or(() -> inName(location.substring(location.lastIndexOf('/') + 1)))
                .orElse(present + "+1");
        return next.substring(0, Math.min(MAX, next.length()));
    }

    private static Optional<String> inName(String name) {
        Matcher numbers = NUMBERS.matcher(name);
        return numbers.find() ? Optional.of(numbers.group()) : Optional.empty();
    }
}
