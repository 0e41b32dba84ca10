package dev.roamlab.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.credentials.Credentials;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.json.Binder;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.ocpi.versions.InterfaceRole;
import dev.roamlab.ocpi.versions.ModuleId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * An OCPI platform over real HTTP that answers as a test tells it: versions, details and credentials are there from the
 * start, every other path by {@link #on}; a rule made later goes before one made earlier. It checks nothing, not even tokens,
 * and remembers every request.
 */
public final class FakePartner {
    private final HttpServer server;
    private final CredentialsRole role;
    private final Map<String, Function<ReceivedRequest, FakeAnswer>> rules = new ConcurrentHashMap<>();
    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final Map<OcpiVersion, Map<ModuleId, InterfaceRole>> modules = new LinkedHashMap<>();
    private volatile CredentialsToken issued = new CredentialsToken("token-of-the-fake-partner");
    private volatile Optional<String> outside = Optional.empty();
    private volatile Function<ReceivedRequest, FakeAnswer> otherwise = unknown -> FakeAnswer.status(404, 2000);

    private FakePartner(Vertx vertx, Role role, Party party) {
        this.server = vertx.createHttpServer().requestHandler(this::receive);
        this.role = new CredentialsRole(
                role,
                new BusinessDetails("Fake " + party, Optional.empty(), Optional.empty()),
                party.partyId(),
                party.countryCode());
        for (OcpiVersion version : OcpiVersion.values()) {
            modules.put(version, new LinkedHashMap<>());
        }
    }

    /** Starts a platform on a free port of this machine, with all versions and the credentials module. */
    public static Future<FakePartner> start(Vertx vertx, Role role, Party party) {
        FakePartner partner = new FakePartner(vertx, role, party);
        return partner.server.listen(0, "127.0.0.1").map(up -> {
            partner.offerStandardPages();
            return partner;
        });
    }

    /** From now on, answers requests such as {@code GET /2.3.0/tokens}, whatever their query, like this. */
    public FakePartner on(String methodAndPath, Function<ReceivedRequest, FakeAnswer> rule) {
        rules.put(methodAndPath, rule);
        return this;
    }

    /** As {@link #on(String, Function)}, with one answer for all. */
    public FakePartner on(String methodAndPath, FakeAnswer answer) {
        return on(methodAndPath, request -> answer);
    }

    /** From now on, answers like this where no rule fits. */
    public FakePartner otherwise(Function<ReceivedRequest, FakeAnswer> rule) {
        otherwise = rule;
        return this;
    }

    /** Offers fewer versions. */
    public FakePartner speaking(OcpiVersion... versions) {
        modules.keySet().retainAll(List.of(versions));
        return this;
    }

    /** Lists a module in the details of every version, at {@code /<version>/<module>}. */
    public FakePartner offering(ModuleId module, InterfaceRole side) {
        modules.values().forEach(offered -> offered.put(module, side));
        return this;
    }

    /** The token that the next POST or PUT of credentials is answered with. */
    public FakePartner issuing(CredentialsToken token) {
        issued = token;
        return this;
    }

    /** Gives out URLs of another address, such as a proxy's in between. */
    public FakePartner reachedAt(String schemeHostAndPort) {
        outside = Optional.of(schemeHostAndPort);
        return this;
    }

    /** Scheme, host and port as this platform tells them. */
    public String baseUrl() {
        return outside.orElse("http://127.0.0.1:" + server.actualPort());
    }

    /** Where the platform lists its versions. */
    public Url versionsUrl() {
        return new Url(baseUrl() + "/versions");
    }

    /** The port on this machine. */
    public int port() {
        return server.actualPort();
    }

    /** The credentials that the platform sends, with a token of its own. */
    public JsonNode credentials(OcpiVersion version, CredentialsToken token) {
        var credentials = new Credentials(token, versionsUrl(), Optional.empty(), List.of(role));
        return Dialect.of(version).write(Credentials.class, Binder.encode(credentials));
    }

    /** Every request so far, oldest first. */
    public List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Closes the port. */
    public Future<Void> close() {
        return server.close();
    }

    private void offerStandardPages() {
        on("GET /versions", request -> FakeAnswer.data(versions()));
        for (OcpiVersion version : OcpiVersion.values()) {
            String base = "/" + version.value();
            on("GET " + base, request -> FakeAnswer.data(details(version)));
            for (String method : List.of("GET", "POST", "PUT")) {
                on(method + " " + base + "/credentials", request -> FakeAnswer.data(credentials(version, issued)));
            }
            on("DELETE " + base + "/credentials", FakeAnswer.status(200, 1000));
        }
    }

    private JsonNode versions() {
        var list = Json.array();
        modules.keySet()
                .forEach(version ->
                        list.addObject().put("version", version.value()).put("url", baseUrl() + "/" + version.value()));
        return list;
    }

    private JsonNode details(OcpiVersion version) {
        var details = Json.object().put("version", version.value());
        var endpoints = details.putArray("endpoints");
        Map<ModuleId, InterfaceRole> offered = new LinkedHashMap<>(modules.getOrDefault(version, Map.of()));
        offered.putIfAbsent(ModuleId.CREDENTIALS, InterfaceRole.SENDER);
        offered.forEach((module, side) -> endpoints
                .addObject()
                .put("identifier", module.value())
                .put("role", side.name())
                .put("url", baseUrl() + "/" + version.value() + "/" + module.value()));
        return details;
    }

    private void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            String query = request.query() == null ? "" : request.query();
            var received = new ReceivedRequest(
                    request.method().name(), request.path(), query, request.headers(), body.toString());
            requests.add(received);
            answer(request, received);
        });
    }

    private void answer(HttpServerRequest request, ReceivedRequest received) {
        FakeAnswer answer = rules.getOrDefault(received.line(), otherwise).apply(received);
        if (!answer.silent()) {
            request.response().setStatusCode(answer.httpStatus());
            answer.headers().forEach(request.response()::putHeader);
            request.response().end(answer.body());
        }
    }
}
