package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.wire.WireTrouble;
import io.vertx.core.Future;
import java.net.URI;

/**
 * Registrations that the system under test starts, changes and ends: before it is answered, its versions and details are read
 * with the token that it sent. Spec: credentials_credentials_endpoint.
 */
final class CredentialsPage implements Behaviour {
    private static final int UNUSABLE_API = 3001;
    private static final int NO_MATCHING_ENDPOINTS = 3003;

    private final Counterpart counterpart;

    CredentialsPage(Counterpart counterpart) {
        this.counterpart = counterpart;
    }

    @Override
    public Future<Reply> answer(Incoming incoming) {
        if (!incoming.rest().isEmpty()) {
            throw Refused.notFound("/" + String.join("/", incoming.rest()));
        }
        return switch (incoming.method()) {
            case "GET" ->
                Future.succeededFuture(
                        Reply.envelope(incoming.platform().credentials(version(incoming), shown(incoming))));
            case "POST" -> post(incoming);
            case "PUT" -> put(incoming);
            case "DELETE" -> delete(incoming);
            default -> throw Refused.method(incoming);
        };
    }

    private static SpecVersion version(Incoming incoming) {
        return incoming.version()
                .orElseThrow(() -> Refused.notFound(incoming.uri().getPath()));
    }

    private static String shown(Incoming incoming) {
        return incoming.platform()
                .tokens()
                .admitted(incoming.headers().first("Authorization"))
                .orElseThrow();
    }

    private Future<Reply> post(Incoming incoming) {
        String token = shown(incoming);
        boolean invited = incoming.platform().tokens().isInvitation(token);
        if (!invited && incoming.platform().relation().isPresent()) {
            throw new Refused(405, 2000, "already registered: PUT changes credentials");
        }
        return concluded(incoming, token);
    }

    private Future<Reply> put(Incoming incoming) {
        requireRegistered(incoming);
        return concluded(incoming, shown(incoming));
    }

    private static Future<Reply> delete(Incoming incoming) {
        requireRegistered(incoming);
        incoming.platform().unrelated();
        return Future.succeededFuture(Reply.done());
    }

    private static void requireRegistered(Incoming incoming) {
        boolean invited = incoming.platform().tokens().isInvitation(shown(incoming));
        if (invited || incoming.platform().relation().isEmpty()) {
            throw new Refused(405, 2000, "not registered: POST comes first");
        }
    }

    private Future<Reply> concluded(Incoming incoming, String shown) {
        JsonNode theirs = incoming.json();
        URI versionsUrl = required(theirs);
        return counterpart.blocking(() -> {
            Platform platform = incoming.platform();
            Manners manners = platform.manners(theirs.path("token").asText());
            Directory directory = read(manners, versionsUrl, version(incoming));
            String fresh = platform.newTokenB();
            platform.acceptOnly(fresh);
            platform.tokens().useUp(shown);
            platform.related(new Relation(version(incoming), theirs, directory.endpoints()));
            return Reply.envelope(platform.credentials(version(incoming), fresh));
        });
    }

    private static URI required(JsonNode credentials) {
        for (String field : new String[] {"token", "url"}) {
            if (credentials.path(field).asText("").isEmpty()) {
                throw Refused.invalid("/" + field + ": required");
            }
        }
        if (!credentials.path("roles").isArray() || credentials.path("roles").isEmpty()) {
            throw Refused.invalid("/roles: at least one is required");
        }
        URI url = LenientUri.of(credentials.path("url").asText());
        if (!url.isAbsolute() || url.getHost() == null) {
            throw Refused.invalid("/url: not an absolute URL");
        }
        return url;
    }

    private Directory read(Manners manners, URI versionsUrl, SpecVersion version) {
        try {
            Manners patient = manners.within(counterpart.sut().timings().request());
            return Directory.read(counterpart.caller(), counterpart.map(), patient, versionsUrl, version);
        } catch (WireTrouble silent) {
            throw new Refused(200, UNUSABLE_API, silent.getMessage());
        } catch (EnrolmentFailed unusable) {
            boolean noVersion = unusable.reason() == EnrolmentFailed.Reason.VERSION_NOT_OFFERED;
            throw new Refused(200, noVersion ? 3002 : unusableCode(unusable), unusable.getMessage());
        }
    }

    private static int unusableCode(EnrolmentFailed unusable) {
        return unusable.reason() == EnrolmentFailed.Reason.NO_DETAILS ? NO_MATCHING_ENDPOINTS : UNUSABLE_API;
    }
}
