package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.payload.Wire;

/** What kind of values a variable has. */
public enum DataType {
    @Wire("string")
    STRING,
    @Wire("decimal")
    DECIMAL,
    @Wire("integer")
    INTEGER,
    @Wire("dateTime")
    DATE_TIME,
    @Wire("boolean")
    BOOLEAN,
    OPTION_LIST,
    SEQUENCE_LIST,
    MEMBER_LIST
}
