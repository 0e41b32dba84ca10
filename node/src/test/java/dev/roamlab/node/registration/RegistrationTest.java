package dev.roamlab.node.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.lab.Exchange;
import dev.roamlab.node.TestLab;
import dev.roamlab.node.TestLab.TestNode;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.partner.Caller;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.Url;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final CredentialsToken TOKEN_A = new CredentialsToken("token-A-for-the-emsp");

    private final TestLab lab = new TestLab();
    private TestNode cpo;
    private TestNode emsp;

    @BeforeEach
    void start() throws Exception {
        cpo = lab.node("cpo", Role.CPO, "DE", "KNT");
        emsp = lab.node("emsp", Role.EMSP, "NL", "VLT");
        cpo.run(() -> cpo.platform().partners().invite("emsp", TOKEN_A));
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    @Test
    void both_sides_know_each_other_in_the_latest_version_and_token_a_is_worthless() throws Exception {
        Partner theCpo = register();

        Partner theEmsp = onlyPartnerOf(cpo);
        assertThat(theCpo.version()).isEqualTo(OcpiVersion.V2_3_0);
        assertThat(theEmsp.version()).isEqualTo(OcpiVersion.V2_3_0);
        assertThat(theCpo.outgoingToken()).isEqualTo(theEmsp.incomingToken());
        assertThat(theEmsp.outgoingToken()).isEqualTo(theCpo.incomingToken());
        assertThat(admitted(cpo, TOKEN_A)).isEmpty();
        assertThat(admitted(cpo, theCpo.outgoingToken())).isPresent();
    }

    @Test
    void the_invited_side_calls_back_with_token_b_before_it_answers() throws Exception {
        register();

        assertThat(lab.exchanges())
                .extracting(Exchange::operation, Exchange::from)
                .containsSubsequence(
                        org.assertj.core.groups.Tuple.tuple("GET versions", "NL-VLT"),
                        org.assertj.core.groups.Tuple.tuple("GET versions", "NL-VLT"),
                        org.assertj.core.groups.Tuple.tuple("GET versions", "DE-KNT"),
                        org.assertj.core.groups.Tuple.tuple("GET versions", "DE-KNT"),
                        org.assertj.core.groups.Tuple.tuple("POST credentials", "NL-VLT"));
    }

    @Test
    void no_recorded_byte_holds_a_token() throws Exception {
        Partner theCpo = register();

        assertThat(lab.exchanges().toString())
                .doesNotContain(TOKEN_A.value(), TOKEN_A.base64())
                .doesNotContain(
                        theCpo.outgoingToken().value(), theCpo.incomingToken().value());
    }

    @Test
    void an_unknown_token_is_refused_and_nothing_is_kept() {
        assertThatThrownBy(() -> register(new CredentialsToken("somebody-elses")))
                .isInstanceOf(PartnerException.class)
                .hasMessageContaining("401");

        assertThat(emsp.platform().partners().all()).isEmpty();
        assertThat(cpo.platform().partners().all()).isEmpty();
    }

    @Test
    void an_update_replaces_both_tokens() throws Exception {
        Partner before = register();

        Partner after = emsp.run(() -> emsp.platform().registration().update(before));

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.incomingToken()).isNotEqualTo(before.incomingToken());
        assertThat(after.outgoingToken()).isNotEqualTo(before.outgoingToken());
        assertThat(admitted(cpo, after.outgoingToken())).isPresent();
        assertThat(admitted(cpo, before.outgoingToken())).isEmpty();
        assertThat(admitted(emsp, before.incomingToken())).isEmpty();
        assertThat(onlyPartnerOf(cpo).outgoingToken()).isEqualTo(after.incomingToken());
    }

    @Test
    void unregistering_ends_it_on_both_sides() throws Exception {
        Partner theCpo = register();

        emsp.run(() -> emsp.platform().registration().unregister(theCpo));

        assertThat(emsp.platform().partners().all()).isEmpty();
        assertThat(cpo.platform().partners().all()).isEmpty();
        assertThat(admitted(cpo, theCpo.outgoingToken())).isEmpty();
    }

    @Test
    void an_older_version_can_be_chosen() throws Exception {
        Partner theCpo = emsp.run(() -> emsp.platform()
                .registration()
                .register(new Url(cpo.platform().server().versionsUrl()), TOKEN_A, List.of(OcpiVersion.V2_2_1)));

        assertThat(theCpo.version()).isEqualTo(OcpiVersion.V2_2_1);
        assertThat(onlyPartnerOf(cpo).version()).isEqualTo(OcpiVersion.V2_2_1);
    }

    @Test
    void an_update_stays_in_the_agreed_version_and_an_upgrade_takes_the_latest() throws Exception {
        Partner old = emsp.run(() -> emsp.platform()
                .registration()
                .register(new Url(cpo.platform().server().versionsUrl()), TOKEN_A, List.of(OcpiVersion.V2_2_1)));

        Partner updated = emsp.run(() -> emsp.platform().registration().update(old));
        assertThat(updated.version()).isEqualTo(OcpiVersion.V2_2_1);
        Partner upgraded = emsp.run(() -> emsp.platform().registration().upgrade(updated));

        assertThat(upgraded.version()).isEqualTo(OcpiVersion.V2_3_0);
        assertThat(onlyPartnerOf(cpo).version()).isEqualTo(OcpiVersion.V2_3_0);
        assertThat(upgraded.endpoints())
                .allMatch(endpoint -> endpoint.url().value().contains("/2.3.0/"));
        assertThat(admitted(cpo, upgraded.outgoingToken())).isPresent();
    }

    @Test
    void either_side_may_begin_and_both_may_renew() throws Exception {
        emsp.run(() -> emsp.platform().partners().invite("cpo", TOKEN_A));
        Partner theEmsp = cpo.run(() -> cpo.platform()
                .registration()
                .register(new Url(emsp.platform().server().versionsUrl()), TOKEN_A));

        emsp.run(() -> emsp.platform().registration().update(onlyPartnerOf(emsp)));
        Partner again = cpo.run(() -> cpo.platform().registration().update(onlyPartnerOf(cpo)));

        assertThat(admitted(cpo, onlyPartnerOf(emsp).outgoingToken())).isPresent();
        assertThat(admitted(emsp, again.outgoingToken())).isPresent();
        assertThat(again.id()).isEqualTo(theEmsp.id());
    }

    private Partner register() throws Exception {
        return register(TOKEN_A);
    }

    private Partner register(CredentialsToken tokenA) throws Exception {
        return emsp.run(() -> emsp.platform()
                .registration()
                .register(new Url(cpo.platform().server().versionsUrl()), tokenA));
    }

    private static Partner onlyPartnerOf(TestNode node) {
        assertThat(node.platform().partners().all()).hasSize(1);
        return node.platform().partners().all().get(0);
    }

    private static Optional<Caller> admitted(TestNode node, CredentialsToken token) throws Exception {
        return node.run(() ->
                io.vertx.core.Future.succeededFuture(node.platform().partners().admit(token)));
    }
}
