package dev.roamlab.node.registration;

import dev.roamlab.lab.LabClock;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.store.Store;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.http.Gate;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.partner.Caller;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.Party;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everybody who may call us, and everybody we may call. Used on the node's event loop only.
 *
 * <p>Tokens are looked up by their SHA-256, and what is found is compared in constant time: how long an answer takes says
 * nothing about how much of a guess was right.
 */
public final class Partners implements Gate {
    private static final int MOST_PARTNERS = 10_000;

    private final ObjectCollection<Partner> stored;
    private final ObjectCollection<Invitation> storedInvitations;
    private final LabClock clock;
    private final Map<String, Partner> byId = new LinkedHashMap<>();
    private final Map<String, Invitation> invitations = new LinkedHashMap<>();
    private final Map<String, Holder> byDigest = new HashMap<>();
    private final Map<String, CredentialsToken> expected = new HashMap<>();
    private final Map<String, CredentialsToken> inDoubt = new HashMap<>();

    private Partners(ObjectCollection<Partner> stored, ObjectCollection<Invitation> storedInvitations, LabClock clock) {
        this.stored = stored;
        this.storedInvitations = storedInvitations;
        this.clock = clock;
    }

    /** Loads who we knew before. */
    public static Future<Partners> open(Store store, String node, LabClock clock) {
        var partners = ObjectCollection.open(store, node + ".partners", Partner.class, clock);
        var invitations = ObjectCollection.open(store, node + ".invitations", Invitation.class, clock);
        return Future.all(partners, invitations)
                .map(opened -> new Partners(partners.result(), invitations.result(), clock))
                .compose(Partners::load);
    }

    private Future<Partners> load() {
        return stored.first(MOST_PARTNERS, "")
                .onSuccess(all -> all.forEach(partner -> remember(partner.value())))
                .compose(loaded -> storedInvitations.first(MOST_PARTNERS, ""))
                .onSuccess(all -> all.forEach(invitation -> remember(invitation.value())))
                .map(loaded -> this);
    }

    @Override
    public Optional<Caller> admit(CredentialsToken presented) {
        Holder holder = byDigest.get(digest(presented));
        if (holder == null || !holder.token().equals(presented)) {
            return Optional.empty();
        }
        if (holder.caller() instanceof Caller.Registered known
                && known.partner().incomingToken().equals(presented)) {
            settleDoubt(known.partner().id());
        }
        return Optional.of(holder.caller());
    }

    /** All registered platforms, longest known first. */
    public List<Partner> all() {
        return new ArrayList<>(byId.values());
    }

    /** A registered platform by our id for it. */
    public Optional<Partner> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The platform that speaks for a party. */
    public Optional<Partner> speakingFor(Party party) {
        return byId.values().stream()
                .filter(partner -> partner.speaksFor(party))
                .findFirst();
    }

    /** Lets whoever presents this token register with us, once. */
    public Future<Invitation> invite(String id, CredentialsToken tokenA) {
        Invitation former = invitations.get(id);
        if (former != null) {
            byDigest.remove(digest(former.tokenA()));
        }
        Invitation invitation = new Invitation(id, tokenA, clock.instant());
        return storedInvitations
                .put(Keys.fold(id), "", invitation.lastUpdated(), Document.of(invitation))
                .map(saved -> remember(invitation));
    }

    /** The invitation behind a token that is still open. */
    public Optional<Invitation> invitation(String id) {
        return Optional.ofNullable(invitations.get(id));
    }

    /** Ends an invitation. */
    public Future<Void> withdraw(Invitation invitation) {
        invitations.remove(invitation.id());
        byDigest.remove(digest(invitation.tokenA()));
        return storedInvitations.remove(Keys.fold(invitation.id())).mapEmpty();
    }

    /** Admits a token that a partner will present while it deals with our own registration request. */
    public void expect(CredentialsToken tokenB) {
        String digest = digest(tokenB);
        expected.put(digest, tokenB);
        byDigest.put(digest, new Holder(tokenB, new Caller.Invited("being-registered", tokenB)));
    }

    /** Ends what {@link #expect} began, unless the token has become a partner's meanwhile. */
    public void forget(CredentialsToken tokenB) {
        String digest = digest(tokenB);
        Holder holder = byDigest.get(digest);
        if (expected.remove(digest) != null && holder != null && holder.caller() instanceof Caller.Invited) {
            byDigest.remove(digest);
        }
    }

    /**
     * Remembers the new credentials of a partner that asked for them. Our answer may get lost, and the partner would be
     * locked out: so its former token, too, opens our doors until the new one is used for the first time.
     */
    public Future<Partner> renew(Partner partner) {
        Optional<CredentialsToken> former = Optional.ofNullable(inDoubt.get(partner.id()))
                .or(() -> find(partner.id()).map(Partner::incomingToken));
        return save(partner).onSuccess(saved -> former.ifPresent(token -> alsoAdmit(saved, token)));
    }

    /**
     * Admits a second token of a partner, of which we cannot know whether it uses it: our request to do so got no answer.
     * Ends when the partner uses the token that it is known to have.
     */
    public void alsoAdmit(Partner partner, CredentialsToken token) {
        settleDoubt(partner.id());
        inDoubt.put(partner.id(), token);
        byDigest.put(digest(token), new Holder(token, new Caller.Registered(partner)));
    }

    private void settleDoubt(String partnerId) {
        CredentialsToken second = inDoubt.remove(partnerId);
        if (second != null) {
            byDigest.remove(digest(second));
        }
    }

    /** Remembers a partner, or its new credentials; its former token is worthless from now on. */
    public Future<Partner> save(Partner partner) {
        return stored.put(Keys.fold(partner.id()), "", clock.instant(), Document.of(partner))
                .map(saved -> remember(partner));
    }

    /** Ends the relation with a partner. */
    public Future<Void> remove(Partner partner) {
        Partner known = byId.remove(partner.id());
        if (known != null) {
            byDigest.remove(digest(known.incomingToken()));
            settleDoubt(known.id());
        }
        return stored.remove(Keys.fold(partner.id())).mapEmpty();
    }

    private Partner remember(Partner partner) {
        Partner former = byId.put(partner.id(), partner);
        settleDoubt(partner.id());
        if (former != null) {
            byDigest.remove(digest(former.incomingToken()));
        }
        String digest = digest(partner.incomingToken());
        expected.remove(digest);
        byDigest.put(digest, new Holder(partner.incomingToken(), new Caller.Registered(partner)));
        return partner;
    }

    private Invitation remember(Invitation invitation) {
        invitations.put(invitation.id(), invitation);
        byDigest.put(
                digest(invitation.tokenA()),
                new Holder(invitation.tokenA(), new Caller.Invited(invitation.id(), invitation.tokenA())));
        return invitation;
    }

    private static String digest(CredentialsToken token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.value().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private record Holder(CredentialsToken token, Caller caller) {}
}
