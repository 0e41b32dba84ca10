package dev.roamlab.cpo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cpo.cdrs.CdrDue;
import dev.roamlab.cpo.commands.Reservation;
import dev.roamlab.cpo.csms.CsmsFigures;
import dev.roamlab.cpo.gateway.CoreDesk.GatewayView;
import dev.roamlab.cpo.stations.MappingRow;
import dev.roamlab.cpo.stations.Station;
import dev.roamlab.cpo.stations.StationView;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.registration.Invitation;
import dev.roamlab.node.store.Entry;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import io.vertx.core.Future;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What people do with a CPO node. All methods may be called from any thread; futures complete when what was done is stored,
 * not when partners have heard of it.
 */
public final class Cpo {
    private static final int MOST = 1_000_000;

    private final CpoNode node;

    Cpo(CpoNode node) {
        this.node = node;
    }

    // --- partners ---

    /** Where partners find our versions. */
    public String url() {
        return node.parts().platform().server().versionsUrl();
    }

    /** Where a station connects to, its id already at the end. */
    public String csmsUrl(String stationId) {
        return csmsUrl() + "/" + stationId;
    }

    /** Where stations connect to; each adds its id. */
    public String csmsUrl() {
        return node.securePort()
                .map(this::secureUrl)
                .orElseGet(() -> node.parts().platform().host().publicUrl().replaceFirst("^http", "ws") + "/ocpp");
    }

    private String secureUrl(int port) {
        String host = URI.create(node.parts().platform().host().publicUrl()).getHost();
        return "wss://" + host + ":" + port + "/ocpp";
    }

    /** Where stations on this machine connect to, whatever stands in front of the node. */
    public String localCsmsUrl() {
        return node.securePort()
                .map(port -> "wss://127.0.0.1:" + port + "/ocpp")
                .orElseGet(
                        () -> "ws://127.0.0.1:" + node.parts().platform().host().port() + "/ocpp");
    }

    /** The registered platforms, longest known first. */
    public Future<List<Partner>> partners() {
        return node.ask(
                parts -> Future.succeededFuture(parts.platform().partners().all()));
    }

    /** Lets whoever has the token register with us, once. */
    public Future<Invitation> invite(String id, CredentialsToken tokenA) {
        return node.ask(parts -> parts.platform().partners().invite(id, tokenA));
    }

    /** Registers with the platform that invited us. */
    public Future<Partner> register(Url versionsUrl, CredentialsToken tokenA) {
        return node.ask(parts -> parts.platform().registration().register(versionsUrl, tokenA));
    }

    /** As {@link #register(Url, CredentialsToken)}, with fewer versions to choose from. */
    public Future<Partner> register(Url versionsUrl, CredentialsToken tokenA, List<OcpiVersion> versions) {
        return node.ask(parts -> parts.platform().registration().register(versionsUrl, tokenA, versions));
    }

    /** The tokens known, those that are not valid any more included. */
    public Future<Long> tokenCount() {
        return node.ask(parts -> parts.tokens().count());
    }

    // --- locations and tariffs ---

    /** Adds or replaces a location, and tells the partners. */
    public Future<Void> addLocation(Document<Location> location) {
        return node.ask(parts -> parts.locations().add(location));
    }

    /** Adds many locations without telling anybody: for the time before there are partners. */
    public Future<Void> loadLocations(List<Document<Location>> locations) {
        return node.ask(parts -> parts.locations().load(locations));
    }

    /** A location. */
    public Future<Optional<Document<Location>>> location(String id) {
        return node.ask(parts -> parts.locations().find(new CiString(id)));
    }

    /** All locations, in the order in which they were added. */
    public Future<List<Document<Location>>> locations() {
        return node.ask(parts -> parts.locations().first(MOST));
    }

    /** Takes an EVSE out of service for good, and tells the partners. */
    public Future<Void> removeEvse(String locationId, String evseUid) {
        return node.ask(parts -> parts.locations().removeEvse(new CiString(locationId), new CiString(evseUid)));
    }

    /** Sets an EVSE's status by hand and tells the partners; false when it is that already. */
    public Future<Boolean> setEvseStatus(String locationId, String evseUid, Status status) {
        return node.ask(parts -> parts.locations().setStatus(new CiString(locationId), new CiString(evseUid), status));
    }

    /** Changes fields of a location itself, null takes one away, and tells the partners. */
    public Future<Void> amendLocation(String locationId, ObjectNode fields) {
        return node.ask(parts -> parts.locations().amend(new CiString(locationId), fields));
    }

    /** Says which tariffs a connector has from now on, and tells the partners. */
    public Future<Void> setTariffs(String locationId, String evseUid, String connectorId, List<String> tariffIds) {
        return node.ask(parts -> parts.locations()
                .setTariffs(
                        new CiString(locationId),
                        new CiString(evseUid),
                        new CiString(connectorId),
                        tariffIds.stream().map(CiString::new).toList()));
    }

    /** Adds or replaces a tariff, and tells the partners. */
    public Future<Void> addTariff(Document<Tariff> tariff) {
        return node.ask(parts -> parts.tariffs().add(tariff));
    }

    /** Adds many tariffs without telling anybody. */
    public Future<Void> loadTariffs(List<Document<Tariff>> tariffs) {
        return node.ask(parts -> parts.tariffs().load(tariffs));
    }

    /** A tariff. */
    public Future<Optional<Tariff>> tariff(String id) {
        return node.ask(parts -> Future.succeededFuture(parts.tariffs().find(new CiString(id))));
    }

    /** Deletes a tariff and tells the partners; false when there was none. */
    public Future<Boolean> removeTariff(String id) {
        return node.ask(parts -> parts.tariffs().remove(new CiString(id)));
    }

    // --- stations ---

    /**
     * Declares that a station stands at a location, and that its EVSEs 1, 2, … are these EVSEs, each with its connectors in
     * order. Takes effect on the station's connectors when it connects next.
     */
    public Future<List<MappingRow>> commission(String locationId, String stationId, List<String> evseUids) {
        return node.ask(parts -> parts.stations()
                .commission(
                        new CiString(locationId),
                        stationId,
                        evseUids.stream().map(CiString::new).toList()));
    }

    /** All connectors in the words of both protocols. */
    public Future<List<MappingRow>> mapping() {
        return node.ask(parts -> Future.succeededFuture(parts.stations().mapping()));
    }

    /** All stations. */
    public Future<List<StationView>> stations() {
        return node.ask(parts -> Future.succeededFuture(parts.stations().views()));
    }

    /**
     * As {@link #stations()}, a page at a time.
     *
     * @param after the id of the last station seen; empty text to begin
     * @param limit at most so many
     */
    public Future<List<StationView>> stations(String after, int limit) {
        return node.ask(parts -> Future.succeededFuture(parts.stations().views(after, limit)));
    }

    /** How the central system does: who is connected, and how much they say. */
    public Future<CsmsFigures> csms() {
        return node.ask(parts -> Future.succeededFuture(parts.csms().figures()));
    }

    /** The gateways that hold connections for the node. */
    public Future<List<GatewayView>> gateways() {
        return node.ask(parts -> Future.succeededFuture(parts.gateways().gateways()));
    }

    /**
     * Tells a listener, on the node's event loop, what stations report and nobody has to act on: parts of device models, events,
     * updates of firmware, logs.
     */
    public Future<Void> onNotice(BiConsumer<String, StationCall<?>> listener) {
        return node.ask(parts -> {
            parts.csms().onNotice(listener);
            return Future.succeededFuture();
        });
    }

    /** Asks a station something; fails when it is not connected, refuses, or does not answer. */
    public <R extends Response> Future<R> tell(String stationId, CsmsCall<R> call) {
        return node.ask(parts -> parts.stations()
                .find(stationId)
                .flatMap(Station::connection)
                .map(way -> way.call(call))
                .orElseGet(() ->
                        Future.failedFuture(new IllegalStateException("station " + stationId + " is not connected"))));
    }

    // --- sessions and CDRs ---

    /** All sessions, oldest first. */
    public Future<List<Document<Session>>> sessions() {
        return node.ask(parts -> all(parts.charges().sessions()));
    }

    /** All CDRs, oldest first. */
    public Future<List<Document<Cdr>>> cdrs() {
        return node.ask(parts -> all(parts.cdrs().cdrs()));
    }

    /**
     * Takes over sessions and CDRs of former days without telling anybody.
     *
     * @param emsp whose they are: it sees them once it is registered
     */
    public Future<Void> loadHistory(Party emsp, List<Document<Session>> sessions, List<Document<Cdr>> cdrs) {
        String scope = Keys.scope(emsp);
        return node.ask(parts -> parts.charges()
                .sessions()
                .putAll(sessions.stream()
                        .map(session -> new Entry(
                                Keys.fold(session.value().id().value()),
                                scope,
                                session.value().lastUpdated(),
                                session.text()))
                        .toList())
                .compose(done -> parts.cdrs()
                        .cdrs()
                        .putAll(cdrs.stream()
                                .map(cdr -> new Entry(
                                        Keys.fold(cdr.value().id().value()),
                                        scope,
                                        cdr.value().lastUpdated(),
                                        cdr.text()))
                                .toList())));
    }

    /** Puts a token into the cache, as if its eMSP had sent it. */
    public Future<Void> loadToken(Document<Token> token) {
        return node.ask(parts -> parts.tokens().put(token).mapEmpty());
    }

    /** What became of each CDR, oldest first. */
    public Future<List<CdrDue>> deliveries() {
        return node.ask(parts -> Future.succeededFuture(parts.cdrs().deliveries()));
    }

    /** The reservations that wait for their drivers. */
    public Future<List<Reservation>> reservations() {
        return node.ask(parts -> Future.succeededFuture(parts.reservations().waiting()));
    }

    /** Withdraws a reservation, by our number of it, and tells its eMSP. */
    public Future<Void> withdrawReservation(int number) {
        return node.ask(parts -> parts.reservations().withdraw(number));
    }

    private static <T extends Record> Future<List<Document<T>>> all(ObjectCollection<T> objects) {
        return objects.first(MOST, "");
    }
}
