package dev.roamlab.station.replay;

/**
 * Something that went otherwise than in the recording.
 *
 * @param line of the recording that it is about, from 1
 * @param what where it shows, such as {@code idTagInfo.status}
 */
public record Difference(String station, int line, String action, String what, String recorded, String now) {
    @Override
    public String toString() {
        return station + " line " + line + " " + action + ": " + what + ": recorded " + recorded + ", now " + now;
    }
}
