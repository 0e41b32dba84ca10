package dev.roamlab.emsp.cdrs;

import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.store.Entry;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.cdrs.Cdrs;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Call;
import dev.roamlab.ocpi.http.Headers;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.versions.ModuleId;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * CDRs, receiver interface. A CDR never changes once it is here: the same id again is answered as the first time, so a CPO
 * that missed our answer may simply repeat itself. Spec: mod_cdrs_emsp_interface.
 */
public final class CdrsReceiver {
    private final Platform platform;
    private final ObjectCollection<Cdr> cdrs;

    /** Prepares the interface; {@link #serve} offers it. */
    public CdrsReceiver(Platform platform, ObjectCollection<Cdr> cdrs) {
        this.platform = platform;
        this.cdrs = cdrs;
    }

    /** Offers the interface. */
    public void serve() {
        platform.server().serve(Cdrs.POST, this::post);
        platform.server().serve(Cdrs.GET, this::get);
    }

    private Future<Answer<Nothing>> post(Call<Cdr> call) {
        Document<Cdr> cdr = call.object();
        Party owner = new Party(cdr.value().countryCode(), cdr.value().partyId());
        if (!call.partner().speaksFor(owner)) {
            throw OcpiException.invalid(
                    "/country_code, /party_id: " + owner + " is not among the roles in your credentials");
        }
        String id = cdr.value().id().value();
        String key = Keys.of(owner, id);
        var created = new boolean[1];
        return cdrs.raw()
                .compute(key, before -> {
                    created[0] = before.isEmpty();
                    return before.map(kept -> kept.entry())
                            .or(() -> Optional.of(new Entry(
                                    key, Keys.scope(owner), cdr.value().lastUpdated(), cdr.text())));
                })
                .map(stored -> created[0] ? Answer.<Nothing>created() : Answer.<Nothing>done())
                .map(answer -> answer.with(Headers.LOCATION, url(call, owner, id)));
    }

    private Future<Answer<Cdr>> get(Call<Nothing> call) {
        return cdrs.find(Keys.of(call.owner(), call.segment("cdr_id")))
                .map(found -> Answer.of(found.orElseThrow(
                        () -> OcpiException.notFound("CDR " + call.segment("cdr_id") + " is unknown here"))));
    }

    private String url(Call<?> call, Party owner, String id) {
        return platform.server().moduleUrl(call.version(), ModuleId.CDRS) + "/"
                + owner.countryCode().value() + "/" + owner.partyId().value() + "/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
