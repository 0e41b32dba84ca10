package dev.roamlab.node.store;

/** A listener's subscription. */
@FunctionalInterface
public interface Registration {

    /** Ends the subscription; a change that is already on its way may still be told. */
    void cancel();
}
