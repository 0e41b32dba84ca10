package dev.roamlab.bench;

import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.CpoSettings;
import dev.roamlab.emsp.EmspNode;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.node.store.StoreLocation;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.Url;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A CPO and an eMSP that are registered with each other: in real time, and nobody listens to what crosses the wire. */
final class Nodes {
    static final Party CPO = party("KAN");
    static final Party EMSP = party("VOL");

    private final Vertx vertx;
    private final CpoNode cpo;
    private final Partner cpoAsTheEmspKnowsIt;
    private final Partner emspAsTheCpoKnowsIt;

    private Nodes(Vertx vertx, CpoNode cpo, Partner cpoAsTheEmspKnowsIt, Partner emspAsTheCpoKnowsIt) {
        this.vertx = vertx;
        this.cpo = cpo;
        this.cpoAsTheEmspKnowsIt = cpoAsTheEmspKnowsIt;
        this.emspAsTheCpoKnowsIt = emspAsTheCpoKnowsIt;
    }

    static Nodes start(StoreLocation cpoStore, StoreLocation emspStore) throws Exception {
        Vertx vertx = Vertx.vertx();
        LabContext lab = lab();
        CpoNode cpo = new CpoNode(CpoSettings.of(settings(Role.CPO, cpoStore)).build(), lab);
        EmspNode emsp = new EmspNode(settings(Role.EMSP, emspStore), lab, EmspNode.Sync.ON_REQUEST);
        await(vertx.deployVerticle(cpo));
        await(vertx.deployVerticle(emsp));
        CredentialsToken tokenA = new CredentialsToken(lab.ids().secret(40));
        await(cpo.cpo().invite("emsp", tokenA));
        Partner known = await(emsp.ask(parts ->
                parts.platform().registration().register(new Url(cpo.cpo().url()), tokenA)));
        return new Nodes(vertx, cpo, known, await(cpo.cpo().partners()).get(0));
    }

    static LabContext lab() {
        RealClock clock = new RealClock(1);
        return new LabContext(clock, new ExchangeLog(clock), Ids.unpredictable());
    }

    static NodeSettings settings(Role role, StoreLocation store) {
        Party party = role == Role.CPO ? CPO : EMSP;
        BusinessDetails business = new BusinessDetails(party.toString(), Optional.empty(), Optional.empty());
        CredentialsRole credentials = new CredentialsRole(role, business, party.partyId(), party.countryCode());
        return NodeSettings.local(role == Role.CPO ? "cpo" : "emsp", List.of(credentials))
                .store(store)
                .build();
    }

    Vertx vertx() {
        return vertx;
    }

    CpoNode cpo() {
        return cpo;
    }

    /** Where the CPO lists its versions, and what the eMSP presents there. */
    String cpoUrl() {
        return cpoAsTheEmspKnowsIt.versionsUrl().value();
    }

    /** The Authorization header with which the eMSP calls the CPO. */
    String authorizationAtCpo() {
        return "Token " + cpoAsTheEmspKnowsIt.outgoingToken().base64();
    }

    /** Where the eMSP lists its versions. */
    String emspUrl() {
        return emspAsTheCpoKnowsIt.versionsUrl().value();
    }

    /** The Authorization header with which the CPO calls the eMSP. */
    String authorizationAtEmsp() {
        return "Token " + emspAsTheCpoKnowsIt.outgoingToken().base64();
    }

    private static Party party(String id) {
        return new Party(new CountryCode("NL"), new PartyId(id));
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.await(120, TimeUnit.SECONDS);
    }
}
