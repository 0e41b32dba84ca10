package dev.roamlab.conformance.checks.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What our registrations of this run showed. Spec: credentials_registration, credentials_post_method. */
@Checks(module = CatalogueModule.CREDENTIALS)
final class RegistrationCheck {
    @Proves(
            value = {"CRED-006", "CRED-013", "CRED-031"},
            stage = Stage.FINAL)
    void the_receiver_calls_back_with_token_b(Probe probe) {
        for (WireExchange post : Handshakes.accepted(probe, "POST")) {
            String tokenB = post.requestBody().json().path("token").asText();
            URI versions = URI.create(post.requestBody().json().path("url").asText());
            Optional<WireExchange> list = Handshakes.callBack(probe, post, "versions", versions);
            Optional<WireExchange> details = Handshakes.callBack(probe, post, "version_details", versions);
            probe.claim("CRED-031")
                    .on(list.orElse(post))
                    .holds(list.isPresent(), "a GET of " + versions + " after the POST", "none");
            probe.claim("CRED-031")
                    .on(details.orElse(post))
                    .holds(
                            details.isPresent(),
                            "a GET of the details of " + probe.version().spelling(),
                            "none");
            if (list.isPresent() || details.isPresent()) {
                probe.claim("CRED-013")
                        .on(details.orElse(post))
                        .holds(
                                details.isPresent(),
                                "the details of " + probe.version().spelling()
                                        + ", whose credentials endpoint was called",
                                "other details, or none");
            }
            list.ifPresent(call -> authorizedWith(probe, call, tokenB));
            details.ifPresent(call -> authorizedWith(probe, call, tokenB));
        }
    }

    /** A system that could not use our side, because it came with a token that is none of ours, may blame us. */
    @Proves(value = "CRED-006", stage = Stage.FINAL)
    void a_post_that_fails_was_called_back_with_token_b_too(Probe probe) {
        for (WireExchange post : Handshakes.toCredentials(probe)) {
            String tokenB = post.requestBody().json().path("token").asText();
            String versions = post.requestBody().json().path("url").asText();
            boolean blamed = post.method().equals("POST")
                    && post.ocpiStatus().filter(code -> code / 1000 == 3).isPresent();
            if (blamed && !tokenB.isEmpty() && Handshakes.isAbsolute(versions)) {
                Handshakes.callBack(probe, post, "versions", URI.create(versions))
                        .filter(call -> call.status() == 401
                                && call.at().isBefore(post.at().plus(post.took())))
                        .ifPresent(call -> authorizedWith(probe, call, tokenB));
            }
        }
    }

    /** Our list has the version whose endpoint we call: a system that does not find it has looked for another. */
    @Proves(value = "CRED-013", stage = Stage.FINAL)
    void the_version_that_was_called_is_looked_for(Probe probe) {
        String main = probe.platform().versionsUrl().toString();
        for (WireExchange call : Handshakes.toCredentials(probe)) {
            boolean ours = call.requestBody().json().path("url").asText().equals(main);
            if (ours && call.ocpiStatus().filter(code -> code == 3002).isPresent()) {
                probe.claim("CRED-013")
                        .on(call)
                        .deviates(
                                "our version " + probe.version().spelling() + " to be found, which our list has",
                                call.outcome());
            }
        }
    }

    private static void authorizedWith(Probe probe, WireExchange call, String tokenB) {
        probe.claim("CRED-006")
                .on(call)
                .at("Authorization")
                .holds(Handshakes.token(call).filter(tokenB::equals).isPresent(), "TOKEN_B", "another token");
    }

    @Proves(
            value = {"CRED-007", "CRED-032"},
            stage = Stage.FINAL)
    void the_answer_has_a_new_token_and_the_servers_own_credentials(Probe probe) {
        Set<String> issued = new HashSet<>();
        for (WireExchange post : Handshakes.accepted(probe, "POST")) {
            JsonNode posted = post.requestBody().json();
            String tokenC = post.data().path("token").asText();
            boolean fresh = !tokenC.isEmpty()
                    && !tokenC.equals(posted.path("token").asText())
                    && !Handshakes.token(post).filter(tokenC::equals).isPresent()
                    && issued.add(tokenC);
            probe.claim("CRED-007")
                    .on(post)
                    .at("/data/token")
                    .holds(
                            fresh,
                            "a new token, different from TOKEN_A, TOKEN_B and all before",
                            "one that was used already, or none");
            JsonNode data = post.data();
            probe.claim("CRED-032")
                    .on(post)
                    .at("/data/url")
                    .holds(
                            !data.path("url").asText().isEmpty()
                                    && !data.path("url").equals(posted.path("url")),
                            "the versions URL of the system",
                            data.path("url"));
            probe.claim("CRED-032")
                    .on(post)
                    .at("/data/roles")
                    .holds(
                            !data.path("roles").isEmpty() && !data.path("roles").equals(posted.path("roles")),
                            "the roles of the system",
                            data.path("roles"));
        }
    }

    @Proves(
            value = {"CRED-011", "CRED-050", "CRED-061", "CRED-068", "CRED-069"},
            stage = Stage.FINAL)
    void credentials_of_the_system_are_well_formed(Probe probe) {
        probe.seen().all("Credentials").forEach(seen -> {
            JsonNode credentials = seen.json();
            String at = seen.pointer();
            probe.claim("CRED-011")
                    .on(seen.exchange())
                    .at(at + "/url")
                    .holds(
                            Handshakes.isAbsolute(credentials.path("url").asText()),
                            "a URL with scheme and host",
                            credentials.path("url"));
            roles(probe, seen.exchange(), credentials.path("roles"), at + "/roles");
            JsonNode hub = credentials.path("hub_party_id");
            if (hub.isTextual()) {
                probe.claim("CRED-061")
                        .on(seen.exchange())
                        .at(at + "/hub_party_id")
                        .holds(
                                hub.asText().matches("[A-Za-z]{2}[A-Za-z0-9]{3}"),
                                "country code and party id in five characters",
                                hub);
            }
        });
    }

    private static void roles(Probe probe, WireExchange exchange, JsonNode roles, String pointer) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < roles.size(); i++) {
            JsonNode role = roles.get(i);
            String country = role.path("country_code").asText();
            String party = role.path("party_id").asText();
            String at = pointer + "/" + i;
            probe.claim("CRED-050")
                    .on(exchange)
                    .at(at)
                    .holds(
                            seen.add(role.path("role").asText() + " " + new Party(country, party)),
                            "each combination of role, country code and party id once",
                            role);
            probe.claim("CRED-069")
                    .on(exchange)
                    .at(at + "/party_id")
                    .holds(party.matches("[A-Za-z0-9]{3}"), "three letters or digits", role.path("party_id"));
            country(probe, exchange, at + "/country_code", role.path("country_code"));
        }
    }

    private static void country(Probe probe, WireExchange exchange, String pointer, JsonNode value) {
        String code = value.asText().toUpperCase(java.util.Locale.ROOT);
        var claim = probe.claim("CRED-068").on(exchange).at(pointer);
        if (Set.of("UK", "EU", "XK", "XX", "ZZ").contains(code)) {
            claim.warns("an assigned ISO 3166-1 alpha-2 code", value);
        } else {
            claim.holds(
                    List.of(java.util.Locale.getISOCountries()).contains(code), "an ISO 3166-1 alpha-2 code", value);
        }
    }

    @Proves(
            value = {"CRED-046", "CRED-047"},
            stage = Stage.FINAL)
    void issued_tokens_are_printable_and_of_usable_length(Probe probe) {
        probe.seen().all("Credentials").forEach(seen -> {
            String token = seen.json().path("token").asText();
            probe.claim("CRED-046")
                    .on(seen.exchange())
                    .at(seen.pointer() + "/token")
                    .holds(
                            !token.isEmpty() && token.length() <= 64,
                            "1 to 64 characters",
                            token.length() + " characters");
            probe.claim("CRED-047")
                    .on(seen.exchange())
                    .at(seen.pointer() + "/token")
                    .holds(token.matches("[\\x21-\\x7E]+"), "printable ASCII without blanks", "other characters");
        });
    }

    @Proves(
            value = {"CRED-027", "CRED-029"},
            stage = Stage.FINAL)
    void the_systems_own_credentials_calls_keep_to_the_url(Probe probe) {
        for (WireExchange call : Handshakes.ofSystem(probe)) {
            probe.claim("CRED-027")
                    .on(call)
                    .holds(call.target().orElseThrow().rest().isEmpty(), "exactly the published URL", call.uri());
            if (call.method().equals("GET")) {
                probe.claim("CRED-029")
                        .on(call)
                        .holds(
                                call.requestBody().isEmpty(),
                                "no body",
                                call.requestBody().size() + " bytes");
            }
        }
        for (WireExchange answer : Handshakes.toCredentials(probe)) {
            if (List.of("GET", "POST", "PUT", "DELETE").contains(answer.method())) {
                probe.claim("CRED-027")
                        .on(answer)
                        .holds(
                                answer.status() != 404 && answer.status() != 501,
                                "the method at the published URL",
                                answer.outcome());
            }
        }
    }
}
