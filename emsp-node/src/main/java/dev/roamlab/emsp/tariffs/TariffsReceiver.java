package dev.roamlab.emsp.tariffs;

import dev.roamlab.emsp.Owned;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Call;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.Tariffs;
import io.vertx.core.Future;

/** Tariffs, receiver interface. Spec: mod_tariffs_emsp_interface. */
public final class TariffsReceiver {
    private final Platform platform;
    private final ObjectCollection<Tariff> tariffs;

    /** Prepares the interface; {@link #serve} offers it. */
    public TariffsReceiver(Platform platform, ObjectCollection<Tariff> tariffs) {
        this.platform = platform;
        this.tariffs = tariffs;
    }

    /** Offers the interface. */
    public void serve() {
        platform.server().serve(Tariffs.GET, this::get);
        platform.server().serve(Tariffs.PUT, this::put);
        platform.server().serve(Tariffs.DELETE, this::delete);
    }

    private Future<Answer<Tariff>> get(Call<Nothing> call) {
        return tariffs.find(key(call)).map(found -> Answer.of(found.orElseThrow(() -> unknown(call))));
    }

    private Future<Answer<Nothing>> put(Call<Tariff> call) {
        Tariff tariff = call.object().value();
        Owned.requireSame(call.owner(), call.segment("tariff_id"), tariff.countryCode(), tariff.partyId(), tariff.id());
        return tariffs.put(key(call), Keys.scope(call.owner()), tariff.lastUpdated(), call.object())
                .map(created -> created ? Answer.created() : Answer.done());
    }

    private Future<Answer<Nothing>> delete(Call<Nothing> call) {
        return tariffs.remove(key(call)).map(removed -> {
            if (!removed) {
                throw unknown(call);
            }
            return Answer.done();
        });
    }

    private static String key(Call<?> call) {
        return Keys.of(call.owner(), call.segment("tariff_id"));
    }

    private static OcpiException unknown(Call<?> call) {
        return OcpiException.notFound("tariff " + call.segment("tariff_id") + " is unknown here");
    }
}
