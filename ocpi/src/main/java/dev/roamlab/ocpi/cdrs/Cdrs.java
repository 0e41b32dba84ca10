package dev.roamlab.ocpi.cdrs;

import static dev.roamlab.ocpi.operations.Operation.receiver;
import static dev.roamlab.ocpi.operations.Operation.sender;
import static dev.roamlab.ocpi.versions.ModuleId.CDRS;

import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;

/** CDRs: owned by the CPO, posted once, never changed. Spec: mod_cdrs_cdrs_module. */
public final class Cdrs {
    public static final Operation<Nothing, Cdr> LIST = sender(CDRS).list("", Cdr.class);

    /** Answered with a Location header: the URL under which the receiver offers the CDR. */
    public static final Operation<Cdr, Nothing> POST = receiver(CDRS).post("", Cdr.class);
    /** The form of our own URLs; a partner's are known from its Location header only. */
    public static final Operation<Nothing, Cdr> GET =
            receiver(CDRS).get("/{country_code}/{party_id}/{cdr_id}", Cdr.class);

    private Cdrs() {}
}
