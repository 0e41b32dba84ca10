package dev.roamlab.scenarios.narration;

import java.time.ZoneId;

/**
 * How a narration looks.
 *
 * @param width columns of a line
 * @param colour whether the reader is a terminal with colours
 * @param verbose whether whole messages are shown
 * @param zone the local time of the place where the story happens
 */
public record Style(int width, boolean colour, boolean verbose, ZoneId zone) {
    /** For a pipe: 100 columns, no colour, messages in short. */
    public static Style plain(ZoneId zone) {
        return new Style(100, false, false, zone);
    }

    /** The same look with colour. */
    public Style coloured() {
        return new Style(width, true, verbose, zone);
    }

    /** The same look with whole messages. */
    public Style inFull() {
        return new Style(width, colour, true, zone);
    }
}
