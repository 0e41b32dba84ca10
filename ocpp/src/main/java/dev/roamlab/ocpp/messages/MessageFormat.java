package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Wire;

/** How a text is written. */
public enum MessageFormat {
    @Wire("ASCII")
    ASCII,
    @Wire("HTML")
    HTML,
    @Wire("URI")
    URI,
    @Wire("UTF8")
    UTF8
}
