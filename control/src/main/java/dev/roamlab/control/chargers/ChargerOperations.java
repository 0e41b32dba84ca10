package dev.roamlab.control.chargers;

import static dev.roamlab.control.http.Tags.ACTIONS;
import static dev.roamlab.control.http.Tags.CHARGERS;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;

import dev.roamlab.control.http.Operation;
import dev.roamlab.control.http.Operation.Nothing;

/** What can be asked about chargers. */
final class ChargerOperations {
    private static final String ALL = "/chargers";
    private static final String ONE = "/chargers/{chargePointId}";
    private static final String UNKNOWN = "There is no such charger.";
    private static final String CANNOT = "As the charger stands, this cannot happen; nothing has changed.";

    static final Operation<ChargerQuery, Nothing, ChargerPage> LIST = Operation.of(GET, ALL, "listChargers", CHARGERS)
            .says(
                    "Lists chargers, page by page.",
                    "In the order of their ids, so that a crawl neither misses nor repeats one that stays. The `Link`"
                            + " header with `rel=\"next\"` leads to the next page; without it this is the last.")
            .asking(ChargerQuery.class)
            .answers(ChargerPage.class);

    static final Operation<Nothing, NewCharger, Charger> CREATE = Operation.of(POST, ALL, "createCharger", CHARGERS)
            .says(
                    "Creates a charger, which connects at once unless told otherwise.",
                    "Safe to repeat: a second attempt is answered 409, which names the id that is taken.")
            .taking(NewCharger.class)
            .answers(201, Charger.class)
            .refuses(409, "The chargePointId is taken.");

    static final Operation<Nothing, Nothing, Charger> READ = Operation.of(GET, ONE, "getCharger", CHARGERS)
            .says("Shows a charger.", "")
            .answers(Charger.class)
            .refuses(404, UNKNOWN);

    static final Operation<Nothing, ChargerChange, Charger> CHANGE = Operation.of(PATCH, ONE, "changeCharger", CHARGERS)
            .says(
                    "Changes a charger.",
                    "`group` and `maxAmps` take effect as it runs. For all else another charger takes its place and"
                            + " connects anew, which cannot happen during a transaction.")
            .taking(ChargerChange.class)
            .answers(Charger.class)
            .refuses(404, UNKNOWN)
            .refuses(409, "The new chargePointId is taken, or a transaction is under way.");

    static final Operation<Nothing, Nothing, Nothing> REMOVE = Operation.of(DELETE, ONE, "removeCharger", CHARGERS)
            .says("Removes a charger.", "It hangs up without a word, as if somebody had cut its wires.")
            .refuses(404, UNKNOWN);

    static final Operation<Nothing, Nothing, ChargerStatus> STATUS = Operation.of(
                    GET, ONE + "/status", "getChargerStatus", CHARGERS)
            .says("Shows how a charger and its connectors stand.", "")
            .answers(ChargerStatus.class)
            .refuses(404, UNKNOWN);

    static final Operation<Nothing, Nothing, MeterReadings> METERS = Operation.of(
                    GET, ONE + "/meter-values", "getMeterValues", CHARGERS)
            .says("Shows what a charger's meters read at this moment.", "")
            .answers(MeterReadings.class)
            .refuses(404, UNKNOWN);

    static final Operation<Nothing, Deeds.PlugIn, ChargerStatus> PLUG_IN =
            deed("plug-in", "plugIn", "A cable goes in.", "").mayTake(Deeds.PlugIn.class);

    static final Operation<Nothing, Deeds.AtConnector, ChargerStatus> UNPLUG =
            deed("unplug", "unplug", "The cable comes out.", "").mayTake(Deeds.AtConnector.class);

    static final Operation<Nothing, Deeds.PresentToken, ChargerStatus> PRESENT =
            deed("present-token", "presentToken", "Presents a card.", "").taking(Deeds.PresentToken.class);

    static final Operation<Nothing, Deeds.Start, ChargerStatus> START = deed(
                    "start",
                    "startCharging",
                    "Starts charging: cable and card.",
                    "The transaction begins when the central system has accepted the card; `TransactionStarted` tells.")
            .taking(Deeds.Start.class);

    static final Operation<Nothing, Deeds.Stop, ChargerStatus> STOP = deed(
                    "stop",
                    "stopCharging",
                    "Stops charging: the card again.",
                    "The cable stays in; `unplug` takes it out.")
            .mayTake(Deeds.Stop.class);

    static final Operation<Nothing, Nothing, ChargerStatus> SWITCH_ON =
            deed("switch-on", "switchOn", "The mains are back: the charger boots.", "");

    static final Operation<Nothing, Nothing, ChargerStatus> SWITCH_OFF =
            deed("switch-off", "switchOff", "The mains are gone: everything stops at once.", "");

    static final Operation<Nothing, Nothing, ChargerStatus> CONNECT = deed(
            "connect", "connect", "The network is there: the charger connects, and stays connected from now on.", "");

    static final Operation<Nothing, Nothing, ChargerStatus> DISCONNECT =
            deed("disconnect", "disconnect", "The network is gone; charging goes on.", "");

    static final Operation<Nothing, Deeds.Fault, ChargerStatus> FAULT =
            deed("fault", "fault", "Something breaks.", "").mayTake(Deeds.Fault.class);

    static final Operation<Nothing, Deeds.Clear, ChargerStatus> CLEAR =
            deed("clear", "clearFault", "What was broken is mended.", "").mayTake(Deeds.Clear.class);

    static final Operation<Nothing, Nothing, ChargerStatus> RESET =
            deed("reset", "reset", "The charger restarts by itself.", "");

    static final Operation<Nothing, Nothing, ChargerStatus> EMERGENCY_STOP =
            deed("emergency-stop", "emergencyStop", "Somebody hits the red button: all transactions end.", "");

    static final Operation<Nothing, Deeds.Availability, ChargerStatus> AVAILABILITY = deed(
                    "availability", "setAvailability", "Puts the charger or a connector in service or out of it.", "")
            .taking(Deeds.Availability.class);

    static final Operation<Nothing, Deeds.Limit, ChargerStatus> LIMIT =
            deed("limit", "setLimit", "Limits what may flow.", "").mayTake(Deeds.Limit.class);

    private ChargerOperations() {}

    private static Operation<Nothing, Nothing, ChargerStatus> deed(
            String verb, String id, String sentence, String besides) {
        return Operation.of(POST, ONE + "/" + verb, id, ACTIONS)
                .says(sentence, besides)
                .answers(ChargerStatus.class)
                .refuses(404, UNKNOWN)
                .refuses(409, CANNOT);
    }
}
