package dev.roamlab.node.objects;

import dev.roamlab.ocpi.types.Party;
import java.util.Locale;

/** Keys of stored objects. OCPI's ids are compared without regard to case, the store's keys are not. */
public final class Keys {
    private Keys() {}

    /** The key of an object whose id is unique per owner. */
    public static String of(Party owner, String id) {
        return fold(owner + "/" + id);
    }

    /** The scope of an owner's objects. */
    public static String scope(Party owner) {
        return fold(owner.toString());
    }

    /** One spelling for all that are equal. */
    public static String fold(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
