package dev.roamlab.ocpi.tariffs;

import static dev.roamlab.ocpi.operations.Operation.receiver;
import static dev.roamlab.ocpi.operations.Operation.sender;
import static dev.roamlab.ocpi.versions.ModuleId.TARIFFS;

import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;

/** Tariffs: owned by the CPO; the one pushed object that can be deleted. Spec: mod_tariffs_tariffs_module. */
public final class Tariffs {
    private static final String OBJECT = "/{country_code}/{party_id}/{tariff_id}";

    public static final Operation<Nothing, Tariff> LIST = sender(TARIFFS).list("", Tariff.class);

    public static final Operation<Nothing, Tariff> GET = receiver(TARIFFS).get(OBJECT, Tariff.class);
    public static final Operation<Tariff, Nothing> PUT = receiver(TARIFFS).put(OBJECT, Tariff.class);
    public static final Operation<Nothing, Nothing> DELETE = receiver(TARIFFS).delete(OBJECT);

    private Tariffs() {}
}
