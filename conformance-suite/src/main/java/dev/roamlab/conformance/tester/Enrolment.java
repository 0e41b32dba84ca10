package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.tester.EnrolmentFailed.Reason;
import dev.roamlab.conformance.wire.Caller;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;

/**
 * The registration of one platform with the system under test, with the platform as the one who starts. Blocks its caller.
 * Spec: credentials_registration, credentials_updating.
 */
public final class Enrolment {
    private final Caller caller;
    private final SutMap map;
    private final Platform platform;
    private final Sut sut;

    Enrolment(Caller caller, SutMap map, Platform platform, Sut sut) {
        this.caller = caller;
        this.map = map;
        this.platform = platform;
        this.sut = sut;
    }

    /**
     * Registers with the token of the SUT file.
     *
     * @throws EnrolmentFailed when the system under test does not let us
     * @throws dev.roamlab.conformance.wire.WireTrouble when it does not answer
     */
    public Registered register(SpecVersion version) {
        return register(version, sut.token());
    }

    /** Registers with this TOKEN_A. */
    public Registered register(SpecVersion version, String tokenA) {
        return register(version, manners(tokenA));
    }

    /** Registers with these manners, such as a token that is not encoded. */
    public Registered register(SpecVersion version, Manners manners) {
        Directory directory = directory(version, manners);
        String tokenB = platform.newTokenB();
        WireExchange answer =
                caller.send(manners.send("POST", credentialsUrl(directory), platform.credentials(version, tokenB)));
        Registered registered = concluded(directory, answer);
        platform.acceptOnly(tokenB);
        return registered;
    }

    /** Versions list and details of the system under test, as the holder of this token sees them. */
    public Directory directory(SpecVersion version, Manners manners) {
        return Directory.read(caller, map, manners, sut.versionsUrl(), version);
    }

    /** Goes over to another version, or to the same one again, with a PUT at that version's credentials endpoint. */
    public Registered switchTo(SpecVersion version) {
        Manners manners = manners();
        Directory directory = directory(version, manners);
        String tokenB = platform.newTokenB();
        WireExchange answer =
                caller.send(manners.send("PUT", credentialsUrl(directory), platform.credentials(version, tokenB)));
        Registered registered = concluded(directory, answer);
        platform.acceptOnly(tokenB);
        return registered;
    }

    /** Changes the tokens of both sides with a PUT in the present version. */
    public Registered rotate() {
        return switchTo(relation().version());
    }

    /** Ends the registration; whatever the answer, the exchange is returned. Ended it is when the answer accepts. */
    public WireExchange unregister() {
        Relation relation = relation();
        URI url = relation.credentialsUrl()
                .orElseThrow(() -> new IllegalStateException("the registration has no credentials endpoint"));
        WireExchange answer = caller.send(manners().send("DELETE", url));
        if (answer.accepted() || answer.status() == 204) {
            platform.unrelated();
        }
        return answer;
    }

    private Relation relation() {
        return platform.relation()
                .orElseThrow(() -> new IllegalStateException(
                        "the platform " + platform.versionsUrl() + " is not registered: register it first"));
    }

    private Manners manners() {
        return platform.manners().within(sut.timings().request());
    }

    private Manners manners(String token) {
        return platform.manners(token).within(sut.timings().request());
    }

    private static URI credentialsUrl(Directory directory) {
        return directory
                .credentialsUrl()
                .orElseThrow(() -> new EnrolmentFailed(
                        Reason.NO_CREDENTIALS_ENDPOINT,
                        directory.details(),
                        "the details of " + directory.version().spelling() + " list no credentials endpoint"));
    }

    private Registered concluded(Directory directory, WireExchange answer) {
        if (answer.status() == 405 && answer.method().equals("POST")) {
            throw new EnrolmentFailed(
                    Reason.ALREADY_REGISTERED,
                    answer,
                    "POST " + answer.uri() + ": HTTP 405: the system under test holds a registration for this token "
                            + "already. Give a fresh TOKEN_A, or have the operator remove the old registration");
        }
        if (!answer.accepted()) {
            throw new EnrolmentFailed(
                    Reason.REFUSED,
                    answer,
                    answer.method() + " " + answer.uri() + ": expected status_code 1000, got " + answer.outcome()
                            + answer.responseBody()
                                    .json()
                                    .path("status_message")
                                    .asText("")
                                    .transform(Enrolment::quoted));
        }
        JsonNode credentials = answer.data();
        if (credentials.path("token").asText("").isEmpty()) {
            throw new EnrolmentFailed(
                    Reason.NO_CREDENTIALS,
                    answer,
                    answer.method() + " " + answer.uri() + ": expected credentials with a token in data, got none");
        }
        Relation relation = new Relation(directory.version(), credentials, directory.endpoints());
        platform.related(relation);
        return new Registered(directory, answer, relation);
    }

    private static String quoted(String message) {
        return message.isEmpty() ? "" : " (\"" + message + "\")";
    }
}
