package dev.roamlab.control.events;

/** Kinds of events. */
public enum EventType {
    /** A charger has come. */
    CHARGER_ADDED,
    /** A charger is not what it was. */
    CHARGER_CHANGED,
    /** A charger has left. */
    CHARGER_REMOVED,
    /** Its connection stands. */
    CONNECTED,
    /** The central system has accepted it. */
    ACCEPTED,
    /** Its connection is gone. */
    DISCONNECTED,
    /** The mains are gone. */
    POWER_LOST,
    /** The mains are back. */
    POWER_RESTORED,
    /** The central system is told of a status. */
    STATUS_CHANGED,
    /** A cable went in. */
    PLUGGED_IN,
    /** A cable came out. */
    UNPLUGGED,
    /** A transaction began. */
    TRANSACTION_STARTED,
    /** A meter was read during a transaction. */
    METER_VALUES,
    /** A transaction ended. */
    TRANSACTION_ENDED,
    /** A charger was refused when it tried to connect. */
    CONNECTION_REFUSED,
    /** The central system failed on a call of a charger. */
    CALL_FAILED,
    /** Drivers begin to come to a fleet. */
    BEHAVIOUR_STARTED,
    /** No more drivers come to a fleet. */
    BEHAVIOUR_STOPPED,
    /** Drama begins in a fleet. */
    DRAMA_STARTED,
    /** Drama goes on. */
    DRAMA_PROGRESSED,
    /** Drama has ended. */
    DRAMA_ENDED,
    /** Events were missed: the ring does not hold them any more. */
    MISSED
}
