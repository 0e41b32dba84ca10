package dev.roamlab.scenarios.stage;

import io.vertx.core.Future;

/** What people, cars and mishaps do at the chargers. Connectors are numbered from 1 across a charger. */
public interface Forecourt {
    /** Puts a charger on the mains: it connects to its central system. */
    Future<Telling> switchOn(String charger);

    /** Puts a car's cable into a connector. */
    Future<Telling> plugIn(String car, String charger, int connector);

    /** Takes the cable out. */
    Future<Telling> unplug(String charger, int connector);

    /** Holds a card before the reader: starts or stops, as the charger sees it. */
    Future<Telling> tap(String tokenUid, String charger, int connector);

    /** Takes the mains away. */
    Future<Telling> losePower(String charger);

    /** Brings the mains back. */
    Future<Telling> restorePower(String charger);

    /** Cuts the line to the central system. */
    Future<Telling> loseNetwork(String charger);

    /** Mends the line to the central system. */
    Future<Telling> restoreNetwork(String charger);
}
