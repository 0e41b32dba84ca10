package dev.roamlab.cpo.tariffs;

import dev.roamlab.cpo.partners.Audience;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ListEndpoint;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.store.Entry;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.Tariffs;
import dev.roamlab.ocpi.types.CiString;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The CPO's own tariffs, all of them at hand. Used on the node's event loop only. Spec: mod_tariffs_tariffs_module. */
public final class TariffBook {
    private static final int MOST = 1_000_000;

    private final ObjectCollection<Tariff> stored;
    private final Audience audience;
    private final Map<CiString, Tariff> byId = new HashMap<>();

    private TariffBook(ObjectCollection<Tariff> stored, Audience audience) {
        this.stored = stored;
        this.audience = audience;
    }

    /** Loads what was there before. */
    public static Future<TariffBook> open(Platform platform, Audience audience) {
        return platform.collection("tariffs", Tariff.class).compose(stored -> {
            TariffBook book = new TariffBook(stored, audience);
            return stored.first(MOST, "")
                    .onSuccess(all -> all.forEach(tariff -> book.remember(tariff.value())))
                    .map(book);
        });
    }

    /** Serves the list. Spec: mod_tariffs_cpo_interface. */
    public void serve(Platform platform) {
        platform.serveList(
                Tariffs.LIST, ListEndpoint.toAll(stored, platform.settings().pageLimit()));
    }

    /** Adds a tariff or replaces the one with its id, and tells the partners. */
    public Future<Void> add(Document<Tariff> tariff) {
        remember(tariff.value());
        return stored.put(key(tariff.value().id()), "", tariff.value().lastUpdated(), tariff)
                .onSuccess(saved -> audience.put(Tariffs.PUT, path(tariff.value()), tariff))
                .mapEmpty();
    }

    /** Adds many tariffs without telling anybody. */
    public Future<Void> load(List<Document<Tariff>> tariffs) {
        tariffs.forEach(tariff -> remember(tariff.value()));
        return stored.putAll(tariffs.stream()
                .map(tariff ->
                        new Entry(key(tariff.value().id()), "", tariff.value().lastUpdated(), tariff.text()))
                .toList());
    }

    /** Deletes a tariff and tells the partners; false when there was none. */
    public Future<Boolean> remove(CiString id) {
        Tariff gone = byId.remove(id);
        if (gone == null) {
            return Future.succeededFuture(false);
        }
        return stored.remove(key(id)).onSuccess(removed -> audience.delete(Tariffs.DELETE, path(gone)));
    }

    /** The tariff with an id. */
    public Optional<Tariff> find(CiString id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those of the ids that are known, in their order. */
    public List<Tariff> find(List<CiString> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    private void remember(Tariff tariff) {
        byId.put(tariff.id(), tariff);
    }

    private static Map<String, String> path(Tariff tariff) {
        return Map.of(
                "country_code", tariff.countryCode().value(),
                "party_id", tariff.partyId().value(),
                "tariff_id", tariff.id().value());
    }

    private static String key(CiString id) {
        return Keys.fold(id.value());
    }
}
