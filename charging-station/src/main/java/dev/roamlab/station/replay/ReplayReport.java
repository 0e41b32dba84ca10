package dev.roamlab.station.replay;

import java.util.List;

/**
 * What a replay has come to.
 *
 * @param stations how many were played
 * @param sent messages sent
 * @param compared answers and calls of the CSMS that were compared
 * @param differences where they differ, in the order of the recording
 * @param broken why stations could not be played to the end
 */
public record ReplayReport(int stations, int sent, int compared, List<Difference> differences, List<String> broken) {
    /** Lists are copied. */
    public ReplayReport {
        differences = List.copyOf(differences);
        broken = List.copyOf(broken);
    }

    /** Whether everything went as recorded. */
    public boolean isSame() {
        return differences.isEmpty() && broken.isEmpty();
    }
}
