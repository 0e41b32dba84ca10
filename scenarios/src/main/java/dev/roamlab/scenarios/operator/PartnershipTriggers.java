package dev.roamlab.scenarios.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.node.Platform;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.Url;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the operator of either node does about partners. */
final class PartnershipTriggers {
    private final Ask ask;

    private PartnershipTriggers(Ask ask) {
        this.ask = ask;
    }

    /** Puts a question to a node's platform, on the node's event loop. */
    interface Ask {
        <T> Future<T> platform(Function<Platform, Future<T>> question);
    }

    static void addTo(Triggers triggers, Ask ask) {
        PartnershipTriggers own = new PartnershipTriggers(ask);
        triggers.can("register", "versions_url, token", "begins a registration with a token A", own::register)
                .can("unregister", "versions_url?", "deletes our credentials at the partner", own::unregister)
                .can("replace-token", "versions_url?", "puts new credentials to the partner", own::replaceToken)
                .can("invite", "", "makes a token A with which somebody may register once", own::invite)
                .cannot("attest", "nobody looks at our nodes' screens, and what their books say is on the wire");
    }

    private Future<ObjectNode> register(Params params) {
        Url url = new Url(params.text("versions_url"));
        CredentialsToken tokenA = new CredentialsToken(params.text("token"));
        return ask.platform(platform -> platform.registration().register(url, tokenA))
                .map(partner -> Triggers.fact("party", partner.party().toString())
                        .put("version", partner.version().value()));
    }

    private Future<ObjectNode> unregister(Params params) {
        return ask.platform(platform -> platform.registration().unregister(meant(platform, params)))
                .map(done -> Triggers.nothing());
    }

    private Future<ObjectNode> replaceToken(Params params) {
        return ask.platform(platform -> platform.registration().update(meant(platform, params)))
                .map(partner -> Triggers.fact("version", partner.version().value()));
    }

    private Future<ObjectNode> invite(Params params) {
        return ask.platform(platform -> {
            CredentialsToken tokenA = platform.registration().newToken();
            return platform.partners()
                    .invite("operator-" + platform.lab().ids().uuid(), tokenA)
                    .map(invited -> Triggers.fact("token", tokenA.value())
                            .put("versions_url", platform.server().versionsUrl()));
        });
    }

    private static Partner meant(Platform platform, Params params) {
        return params.optional("versions_url")
                .map(url -> platform.partners().all().stream()
                        .filter(partner -> partner.versionsUrl().value().equals(url))
                        .findFirst()
                        .orElseThrow(() -> Refusal.bad(params.trigger() + ": versions_url: no partner has " + url)))
                .orElseGet(() -> last(platform));
    }

    /** The partner registered last: with one tester, the tester. */
    static Partner last(Platform platform) {
        List<Partner> all = platform.partners().all();
        return Optional.of(all)
                .filter(known -> !known.isEmpty())
                .map(known -> known.get(known.size() - 1))
                .orElseThrow(() -> Refusal.bad("nobody is registered with us"));
    }
}
