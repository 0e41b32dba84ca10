package dev.roamlab.station.drama;

/** One kind of drama at work. Called on the lab clock's thread, one call at a time. */
interface Drama {

    /** It begins. */
    void strike();

    /** Its cause is gone; who suffered from it may recover. */
    void calm();

    /** How many chargers (or connectors) it has struck; 0 where it has no victims of its own. */
    int affected();

    /** How many of them are as they were before. */
    int recovered();
}
