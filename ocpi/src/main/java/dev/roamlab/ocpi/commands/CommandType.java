package dev.roamlab.ocpi.commands;

import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.OpenEnums;
import java.util.List;

/** What an eMSP can ask of a CPO; an open list. It is the last segment of the URL. Spec: mod_commands_commandtype_enum. */
public record CommandType(String value) implements OpenEnum {
    public static final CommandType CANCEL_RESERVATION = new CommandType("CANCEL_RESERVATION");

    public static final CommandType RESERVE_NOW = new CommandType("RESERVE_NOW");

    public static final CommandType START_SESSION = new CommandType("START_SESSION");

    public static final CommandType STOP_SESSION = new CommandType("STOP_SESSION");

    public static final CommandType UNLOCK_CONNECTOR = new CommandType("UNLOCK_CONNECTOR");

    /** The listed values, in the specification's order. */
    public static final List<CommandType> KNOWN =
            List.of(CANCEL_RESERVATION, RESERVE_NOW, START_SESSION, STOP_SESSION, UNLOCK_CONNECTOR);

    public CommandType {
        OpenEnums.requireValue(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
