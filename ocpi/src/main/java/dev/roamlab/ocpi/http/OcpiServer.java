package dev.roamlab.ocpi.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.BodyUse;
import dev.roamlab.ocpi.partner.Caller;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.versions.ModuleId;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Serves OCPI: every request passes the same gates (is it somebody, is it a place, is it JSON, is it the object) before its
 * endpoint sees it, and every answer leaves in the same envelope.
 */
public final class OcpiServer {
    private static final Duration ENDPOINT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final Pattern FORM = Pattern.compile("(?i)^\\s*(multipart/|application/x-www-form-urlencoded)");

    private final Settings settings;
    private final Gate gate;
    private final LabClock clock;
    private final ExchangeLog log;
    private final Duration endpointTimeout;
    private final WireTap tap;
    private final Served served = new Served();
    private final VersionsPages versions;

    /**
     * @param settings who and where we are
     * @param gate who may come in
     */
    public OcpiServer(Settings settings, Gate gate, LabClock clock, ExchangeLog log) {
        this(settings, gate, clock, log, WireTap.NONE);
    }

    /** As {@link #OcpiServer(Settings, Gate, LabClock, ExchangeLog)}, with something between the node and its wire. */
    public OcpiServer(Settings settings, Gate gate, LabClock clock, ExchangeLog log, WireTap tap) {
        this(settings, gate, clock, log, tap, ENDPOINT_TIMEOUT);
    }

    OcpiServer(Settings settings, Gate gate, LabClock clock, ExchangeLog log, WireTap tap, Duration endpointTimeout) {
        this.settings = settings;
        this.gate = gate;
        this.clock = clock;
        this.log = log;
        this.tap = tap;
        this.endpointTimeout = endpointTimeout;
        this.versions = new VersionsPages(settings, served);
    }

    /**
     * Who and where we are.
     *
     * @param label how we are called in logs and reports
     * @param path where our OCPI lives, such as {@code /ocpi/cpo}
     * @param publicUrl scheme, host and port as partners see them, without a slash at the end; asked when it is needed,
     *     since a port of 0 is known only after the start
     * @param parties the parties we speak for
     * @param versions what we offer
     * @param maxBodyBytes a longer body is refused with HTTP 413
     */
    public record Settings(
            String label,
            String path,
            Supplier<String> publicUrl,
            Supplier<List<Party>> parties,
            List<OcpiVersion> versions,
            long maxBodyBytes) {}

    /** Offers an operation in every version. */
    public <B extends Record, R extends Record> void serve(Operation<B, R> operation, Endpoint<B, R> endpoint) {
        served.add(operation, endpoint);
    }

    /** The operations that are offered, module by module. */
    public List<Operation<?, ?>> operations() {
        return served.operations();
    }

    /** The URL that we give to partners. */
    public String versionsUrl() {
        return versions.versionsUrl();
    }

    /** Our credentials endpoint's URL and the others, as a partner sees them. */
    public String moduleUrl(OcpiVersion version, ModuleId module) {
        return versions.detailsUrl(version) + "/" + module.value();
    }

    /** Puts the routes on a router. */
    public void mount(Router router) {
        String everything = settings.path() + "/*";
        if (tap != WireTap.NONE) {
            TappedServer tapped = new TappedServer(settings, tap, this::pass, clock, log);
            router.route(everything).handler(tapped::stand).failureHandler(this::refuse);
        }
        // Nobody's body is read before we know who it is.
        router.route(everything).handler(this::admit).failureHandler(this::refuse);
        router.route(everything).handler(OcpiServer::takeForJson).failureHandler(this::refuse);
        router.route(everything)
                .handler(BodyHandler.create(false).setBodyLimit(settings.maxBodyBytes()))
                .failureHandler(this::refuse);
        router.route(everything).handler(this::receive).failureHandler(this::refuse);
        // A path that cannot be decoded matches no route at all.
        router.errorHandler(400, this::refusePath);
    }

    private void admit(RoutingContext context) {
        ServerExchange exchange = ServerExchange.open(context, settings.label(), clock, log);
        try {
            exchange.admitted(Authorization.admit(context.request().headers(), gate));
            context.next();
        } catch (OcpiException refusal) {
            exchange.refuse(refusal);
        }
    }

    /** A body is JSON whatever it is called: vert.x-web would take it apart as a form, or refuse a GET that claims to be one. */
    private static void takeForJson(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && FORM.matcher(type).find()) {
            context.request().headers().remove(HttpHeaders.CONTENT_TYPE);
            ServerExchange.of(context).note("Content-Type was " + type + "; the body is taken for JSON");
        }
        context.next();
    }

    private void receive(RoutingContext context) {
        receive(ServerExchange.of(context));
    }

    private void receive(ServerExchange exchange) {
        try {
            route(exchange, exchange.caller());
        } catch (OcpiException refusal) {
            exchange.refuse(refusal);
        } catch (RuntimeException fault) {
            exchange.fail(fault);
        }
    }

    /** All gates at once, for a request whose body has been read. */
    private void pass(ServerExchange exchange) {
        Buffer body = exchange.carrier().body();
        try {
            exchange.admitted(Authorization.admit(exchange.carrier().headers(), gate));
            if (body != null && body.length() > settings.maxBodyBytes()) {
                throw tooLong();
            }
        } catch (OcpiException refusal) {
            exchange.refuse(refusal);
            return;
        }
        receive(exchange);
    }

    private OcpiException tooLong() {
        return OcpiException.http(413, "the body is longer than " + settings.maxBodyBytes() + " bytes");
    }

    /** What vert.x-web itself refuses: a body that is too long, a path that cannot be decoded. */
    private void refuse(RoutingContext context) {
        ServerExchange exchange = ServerExchange.of(context);
        int status = context.statusCode();
        if (status == 413) {
            hangUp(context);
            exchange.refuse(tooLong());
        } else if (status >= 400 && status < 500) {
            exchange.refuse(OcpiException.http(status, "the request cannot be understood as HTTP"));
        } else {
            Throwable failure = context.failure();
            exchange.fail(failure == null ? new IllegalStateException("HTTP " + status) : failure);
        }
    }

    private void refusePath(RoutingContext context) {
        if (context.request().path().startsWith(settings.path())) {
            ServerExchange exchange = ServerExchange.open(context, settings.label(), clock, log);
            exchange.refuse(OcpiException.badRequest("the URL is not properly escaped"));
        } else if (!context.response().ended()) {
            context.response().setStatusCode(400).end();
        }
    }

    /** What is left of the body would be taken for the next request; the caller gets time to read our answer. */
    private static void hangUp(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.response().putHeader("Connection", "close");
        if (!request.isEnded()) {
            request.handler(ignored -> {}).resume();
        }
        context.vertx().setTimer(LINGER.toMillis(), late -> request.connection().close());
    }

    private void route(ServerExchange exchange, Caller caller) {
        Carrier carrier = exchange.carrier();
        List<String> path = Paths.below(settings.path(), carrier.path());
        if (versions.serves(path)) {
            exchange.operation("GET versions");
            exchange.answer(versions.answer(carrier.method(), path), Dialect.of(OcpiVersion.V2_3_0));
            return;
        }
        OcpiVersion version =
                path.isEmpty() ? null : OcpiVersion.of(path.get(0)).orElse(null);
        if (version == null || !settings.versions().contains(version) || path.size() < 2) {
            throw OcpiException.notFound("nothing is served at " + carrier.path());
        }
        ModuleId moduleId = module(path.get(1));
        String module = moduleId.value();
        exchange.version(version, module);
        if (caller instanceof Caller.Invited && !moduleId.equals(ModuleId.CREDENTIALS)) {
            throw OcpiException.unauthorized("a registration token opens versions and credentials only");
        }
        Routing routing = routing(moduleId, exchange, caller);
        var match = served.find(carrier.method(), module, path.subList(2, path.size()));
        invoke(match.route(), exchange, new Place(caller, version, match.values(), routing));
    }

    /** What cannot be the name of a module is none that we serve. */
    private static ModuleId module(String segment) {
        try {
            return new ModuleId(segment);
        } catch (InvalidField noName) {
            throw OcpiException.notFound("there is no such module");
        }
    }

    /** Who calls, and what the URL and the headers say. */
    private record Place(Caller caller, OcpiVersion version, Map<String, String> path, Routing routing) {}

    private <B extends Record, R extends Record> void invoke(
            Served.Route<B, R> route, ServerExchange exchange, Place place) {
        Dialect dialect = Dialect.of(place.version());
        Call<B> call = call(route.operation(), exchange, place, dialect);
        Future<Answer<R>> answer;
        try {
            answer = route.endpoint().answer(call);
        } catch (RuntimeException thrown) {
            answer = Future.failedFuture(thrown);
        }
        answer.timeout(endpointTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .map(given -> exchange.answer(given, dialect))
                .onFailure(failure -> exchange.settle(failure, dialect));
    }

    private <B extends Record> Call<B> call(
            Operation<B, ?> operation, ServerExchange exchange, Place place, Dialect dialect) {
        Optional<JsonNode> json =
                Bodies.json(operation.bodyUse(), exchange.carrier().body());
        boolean partial = operation.bodyUse() == BodyUse.PARTIAL;
        return new Call<>(
                place.caller(),
                place.version(),
                place.path(),
                query(exchange.carrier()),
                json.filter(whole -> !partial).map(wire -> Bodies.object(operation, dialect, wire)),
                json.filter(changes -> partial).map(wire -> Bodies.changes(operation, dialect, wire)),
                place.routing(),
                exchange.correlationId(),
                settings.publicUrl().get() + exchange.carrier().path());
    }

    private static MultiMap query(Carrier carrier) {
        try {
            return carrier.query();
        } catch (RuntimeException malformed) {
            throw OcpiException.invalid("the query of the URL is not properly escaped");
        }
    }

    /** Whatever the headers say, the answer goes back to the caller: it may have to be routed. */
    private Routing routing(ModuleId module, ServerExchange exchange, Caller caller) {
        if (!Routing.appliesTo(module)) {
            return Routing.NONE;
        }
        List<Party> ours = settings.parties().get();
        Optional<Party> sender = caller instanceof Caller.Registered registered
                ? Optional.of(registered.partner().party())
                : Optional.empty();
        exchange.routing(new Routing(sender, ours.stream().findFirst()));
        Routing given = Routing.read(exchange.carrier().headers());
        given.to().filter(to -> !ours.contains(to)).ifPresent(to -> {
            throw OcpiException.invalid("OCPI-to-country-code, OCPI-to-party-id: " + to
                    + " is not a party of this platform, which has "
                    + ours.stream().map(Party::toString).collect(Collectors.joining(", ")));
        });
        Routing complete = new Routing(
                given.to().or(() -> ours.stream().findFirst()), given.from().or(() -> sender));
        exchange.routing(complete.reversed());
        return complete;
    }
}
