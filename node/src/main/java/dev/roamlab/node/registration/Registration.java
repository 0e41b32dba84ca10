package dev.roamlab.node.registration;

import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.registration.Handshake.NoCommonVersion;
import dev.roamlab.node.registration.Handshake.Offer;
import dev.roamlab.ocpi.credentials.Credentials;
import dev.roamlab.ocpi.credentials.CredentialsModule;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Call;
import dev.roamlab.ocpi.http.OcpiClient;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.http.OcpiServer;
import dev.roamlab.ocpi.http.OutgoingRequest;
import dev.roamlab.ocpi.http.OutgoingRequestBuilder;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.http.Reply;
import dev.roamlab.ocpi.http.Routing;
import dev.roamlab.ocpi.http.StatusCode;
import dev.roamlab.ocpi.json.Binder;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.partner.Caller;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Url;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Exchanges credentials, on either side of the table. Spec: credentials_registration.
 *
 * <p>Whoever invites gives a token A. Whoever registers sends a token B with its credentials, and gets a token C with the
 * answer: B opens the initiator's doors, C the other's, and A is worthless afterwards. Used on the node's event loop only.
 */
public final class Registration {
    private static final int TOKEN_LENGTH = 40;
    private static final List<String> WHEN_INVITED = List.of("GET", "POST");
    private static final List<String> WHEN_REGISTERED = List.of("GET", "PUT", "DELETE");

    private final NodeSettings settings;
    private final Partners partners;
    private final OcpiServer server;
    private final OcpiClient client;
    private final Handshake handshake;
    private final Ids ids;
    private final LabClock clock;
    private final Set<String> registering = new HashSet<>();
    private final List<Consumer<Partner>> registered = new ArrayList<>();
    private final List<Consumer<Partner>> unregistered = new ArrayList<>();

    /** Wires the parts; {@link #serve} puts the credentials module on the server. */
    public Registration(
            NodeSettings settings, Partners partners, OcpiServer server, OcpiClient client, Ids ids, LabClock clock) {
        this.settings = settings;
        this.partners = partners;
        this.server = server;
        this.client = client;
        this.handshake = new Handshake(client);
        this.ids = ids;
        this.clock = clock;
    }

    /** Offers the credentials module. */
    public void serve() {
        server.serve(CredentialsModule.GET, this::show);
        server.serve(CredentialsModule.POST, this::accept);
        server.serve(CredentialsModule.PUT, this::renew);
        server.serve(CredentialsModule.DELETE, this::leave);
    }

    /** Tells a listener of each partner whose credentials were exchanged, whoever began. */
    public void onRegistered(Consumer<Partner> listener) {
        registered.add(listener);
    }

    /** Tells a listener of each partner that is none any more. */
    public void onUnregistered(Consumer<Partner> listener) {
        unregistered.add(listener);
    }

    /** A new secret for a partner. */
    public CredentialsToken newToken() {
        return new CredentialsToken(ids.secret(TOKEN_LENGTH));
    }

    // --- we begin ---

    /**
     * Registers with the platform that invited us, in the latest version that both have.
     *
     * @return fails with {@link PartnerException}; nothing is kept then
     */
    public Future<Partner> register(Url versionsUrl, CredentialsToken tokenA) {
        return register(versionsUrl, tokenA, settings.versions());
    }

    /** As {@link #register(Url, CredentialsToken)}, with fewer versions to choose from. */
    public Future<Partner> register(Url versionsUrl, CredentialsToken tokenA, List<OcpiVersion> versions) {
        CredentialsToken tokenB = newToken();
        return handshake
                .latest(versionsUrl, tokenA, versions)
                .compose(offer -> {
                    partners.expect(tokenB); // they call us with B before they answer our POST
                    return exchange(CredentialsModule.POST, offer, tokenA, tokenB)
                            .compose(theirs -> partners.save(partner(idFor(theirs), offer, tokenB, theirs)));
                })
                .recover(failure -> undo(tokenB, failure))
                .onSuccess(partner -> registered.forEach(listener -> listener.accept(partner)));
    }

    /**
     * Renews the credentials with a partner, in the version agreed with it: new tokens on both sides, its endpoints fetched
     * anew. When the partner does not accept, the old tokens stay in use on our side.
     */
    public Future<Partner> update(Partner partner) {
        return update(partner, List.of(partner.version()));
    }

    /** As {@link #update(Partner)}, in the latest version that both have: this is how a relation moves to a newer one. */
    public Future<Partner> upgrade(Partner partner) {
        return update(partner, settings.versions());
    }

    private Future<Partner> update(Partner partner, List<OcpiVersion> versions) {
        CredentialsToken tokenB = newToken();
        return handshake
                .latest(partner.versionsUrl(), partner.outgoingToken(), versions)
                .compose(offer -> {
                    partners.expect(tokenB);
                    return exchange(CredentialsModule.PUT, offer, partner.outgoingToken(), tokenB)
                            .compose(theirs -> partners.save(partner(partner.id(), offer, tokenB, theirs)));
                })
                .recover(failure -> undo(tokenB, failure))
                .onFailure(failure -> keepInDoubt(partner, tokenB, failure))
                .onSuccess(renewed -> registered.forEach(listener -> listener.accept(renewed)));
    }

    /** A partner that took our PUT, and whose answer got lost, calls us with the new token. */
    private void keepInDoubt(Partner partner, CredentialsToken tokenB, Throwable failure) {
        if (failure instanceof PartnerException refused && refused.mayPass()) {
            partners.find(partner.id()).ifPresent(known -> partners.alsoAdmit(known, tokenB));
        }
    }

    /** Ends the relation with a partner. It is over for us even if the partner does not answer. */
    public Future<Void> unregister(Partner partner) {
        return partner.endpoint(CredentialsModule.DELETE.module(), CredentialsModule.DELETE.side())
                .map(url -> client.send(request(
                        CredentialsModule.DELETE,
                        partner.party().toString(),
                        partner.version(),
                        url,
                        partner.outgoingToken())))
                .orElseGet(() -> Future.failedFuture(PartnerException.notOffered("no credentials endpoint")))
                .transform(asked -> forget(partner)
                        .compose(gone ->
                                asked.succeeded() ? Future.succeededFuture() : Future.failedFuture(asked.cause())));
    }

    private Future<Credentials> exchange(
            Operation<Credentials, Credentials> operation,
            Offer offer,
            CredentialsToken token,
            CredentialsToken tokenB) {
        Optional<Url> url = offer.credentials();
        if (url.isEmpty()) {
            return Future.failedFuture(PartnerException.notOffered(
                    "the partner's " + offer.version().value() + " details list no credentials endpoint"));
        }
        Dialect dialect = Dialect.of(offer.version());
        OutgoingRequest request = OutgoingRequestBuilder.builder(
                        request(operation, Handshake.host(url.get()), offer.version(), url.get(), token))
                .body(Optional.of(dialect.write(Credentials.class, Binder.encode(ours(tokenB)))))
                .build();
        return client.send(request).map(reply -> credentials(reply, dialect, url.get()));
    }

    private static OutgoingRequest request(
            Operation<?, ?> operation, String to, OcpiVersion version, Url url, CredentialsToken token) {
        return new OutgoingRequest(
                to,
                version.value(),
                operation.name(),
                operation.method(),
                url.value(),
                token,
                Routing.NONE,
                Optional.empty(),
                Optional.empty());
    }

    private static Credentials credentials(Reply reply, Dialect dialect, Url url) {
        try {
            return dialect.decode(
                            Credentials.class,
                            reply.data()
                                    .orElseThrow(() -> PartnerException.notOffered(
                                            Handshake.host(url) + " answered without credentials")))
                    .value();
        } catch (InvalidObject invalid) {
            throw PartnerException.notOffered(
                    Handshake.host(url) + " answered with invalid credentials: " + invalid.getMessage());
        }
    }

    private <T> Future<T> undo(CredentialsToken tokenB, Throwable failure) {
        partners.forget(tokenB);
        return Future.failedFuture(failure);
    }

    // --- they begin ---

    private Future<Answer<Credentials>> show(Call<Nothing> call) {
        CredentialsToken inUse = call.caller() instanceof Caller.Registered registeredCaller
                ? registeredCaller.partner().incomingToken()
                : ((Caller.Invited) call.caller()).tokenA();
        return Future.succeededFuture(Answer.of(ours(inUse)));
    }

    private Future<Answer<Credentials>> accept(Call<Credentials> call) {
        Invitation invitation = invitation(call.caller())
                .orElseThrow(() -> OcpiException.methodNotAllowed(
                        "you are registered already; use PUT to update your credentials", WHEN_REGISTERED));
        Credentials theirs = call.object().value();
        if (!registering.add(invitation.id())) {
            throw OcpiException.of(
                    StatusCode.CLIENT_ERROR, "a registration with this token is under way; it serves for one");
        }
        return offer(theirs, call.version())
                .compose(offer -> partners.save(partner(idFor(theirs), offer, newToken(), theirs)))
                .compose(partner -> partners.withdraw(invitation).map(partner))
                .onComplete(done -> registering.remove(invitation.id()))
                .map(this::welcome);
    }

    private Future<Answer<Credentials>> renew(Call<Credentials> call) {
        Partner known = partner(call.caller())
                .orElseThrow(() -> OcpiException.methodNotAllowed(
                        "you are not registered yet; use POST to register", WHEN_INVITED));
        Credentials theirs = call.object().value();
        return offer(theirs, call.version())
                .compose(offer -> partners.renew(partner(known.id(), offer, newToken(), theirs)))
                .map(this::welcome);
    }

    private Future<Answer<Nothing>> leave(Call<Nothing> call) {
        Partner known = partner(call.caller())
                .orElseThrow(() -> OcpiException.methodNotAllowed("you are not registered", WHEN_INVITED));
        return forget(known).map(gone -> Answer.done());
    }

    /** The listeners hear of a partner only after it has got its answer: before that, our token C is unknown to it. */
    private Answer<Credentials> welcome(Partner partner) {
        clock.schedule(Duration.ofMillis(1), () -> registered.forEach(listener -> listener.accept(partner)));
        return Answer.of(ours(partner.incomingToken()));
    }

    /** Fetches what the caller offers, and puts what goes wrong in the terms of the registration. */
    private Future<Offer> offer(Credentials theirs, OcpiVersion version) {
        return handshake
                .inVersion(theirs.url(), theirs.token(), version)
                .recover(failure -> Future.failedFuture(refusal(failure)))
                .map(offer -> {
                    if (offer.credentials().isEmpty()) {
                        throw OcpiException.of(
                                StatusCode.MISSING_ENDPOINTS, "your version details list no credentials endpoint");
                    }
                    return offer;
                });
    }

    private static Throwable refusal(Throwable failure) {
        if (failure instanceof NoCommonVersion) {
            return OcpiException.of(StatusCode.UNSUPPORTED_VERSION, String.valueOf(failure.getMessage()));
        }
        return failure instanceof PartnerException
                ? OcpiException.of(
                        StatusCode.UNABLE_TO_USE_CLIENT_API, "we could not use your interface: " + failure.getMessage())
                : failure;
    }

    private Optional<Invitation> invitation(Caller caller) {
        return caller instanceof Caller.Invited invited
                ? partners.invitation(invited.invitationId())
                : Optional.empty();
    }

    private static Optional<Partner> partner(Caller caller) {
        return caller instanceof Caller.Registered known ? Optional.of(known.partner()) : Optional.empty();
    }

    private Future<Void> forget(Partner partner) {
        return partners.remove(partner).onSuccess(gone -> unregistered.forEach(listener -> listener.accept(partner)));
    }

    // --- both ---

    private Credentials ours(CredentialsToken token) {
        return new Credentials(token, new Url(server.versionsUrl()), Optional.empty(), settings.roles());
    }

    /**
     * A platform that registers again is the partner that we knew: after it lost its credentials, and after it left, so that
     * its sessions and the bills that are due to it are still its own.
     */
    private String idFor(Credentials theirs) {
        Party party = theirs.roles().get(0).party();
        return partners.speakingFor(party).map(Partner::id).orElseGet(() -> Keys.scope(party));
    }

    private Partner partner(String id, Offer offer, CredentialsToken incoming, Credentials theirs) {
        return new Partner(
                id,
                offer.version(),
                theirs.url(),
                theirs.roles(),
                offer.endpoints(),
                incoming,
                theirs.token(),
                clock.instant());
    }
}
