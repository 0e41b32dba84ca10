package dev.roamlab.conformance.tester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.tester.EnrolmentFailed.Reason;
import dev.roamlab.conformance.wire.Target.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationTest {
    private final TwoTesters two = new TwoTesters();

    @AfterEach
    void stop() throws Exception {
        two.close();
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void a_platform_registers_and_both_sides_know_each_other(SpecVersion version) {
        Registered registered = two.register(version);

        assertThat(registered.relation().version()).isEqualTo(version);
        assertThat(registered.tokenC()).isEqualTo(two.cpo.main().tokenB());
        assertThat(two.cpo.main().tokenC()).contains(two.emsp.main().tokenB());
        assertThat(registered.relation().endpoint("tokens", Side.RECEIVER)).isPresent();
        assertThat(registered.relation().endpoint("locations", Side.SENDER)).isPresent();
    }

    @Test
    void the_versions_url_is_asked_for_with_its_query() {
        two.register(SpecVersion.V2_2_1);

        assertThat(two.emspEvidence.received(exchange -> exchange.target()
                        .filter(target -> target.module().equals("versions"))
                        .isPresent()))
                .singleElement()
                .satisfies(asked -> assertThat(asked.uri().getQuery()).isEqualTo("k=1"));
    }

    @Test
    void a_second_registration_says_what_to_do() {
        two.register(SpecVersion.V2_2_1);
        String tokenC = two.emsp.main().tokenC().orElseThrow();

        assertThatThrownBy(() -> two.enrolment().register(SpecVersion.V2_2_1, tokenC))
                .isInstanceOfSatisfying(
                        EnrolmentFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.ALREADY_REGISTERED))
                .hasMessageContaining("fresh TOKEN_A");
    }

    @Test
    void an_invitation_is_used_up_by_a_registration() {
        two.register(SpecVersion.V2_2_1);

        assertThatThrownBy(() -> two.register(SpecVersion.V2_2_1))
                .isInstanceOfSatisfying(
                        EnrolmentFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.NOT_LET_IN));
    }

    @Test
    void a_put_changes_version_and_tokens() {
        Registered first = two.register(SpecVersion.V2_2_1);
        String tokenB = two.emsp.main().tokenB();

        Registered second = two.enrolment().switchTo(SpecVersion.V2_3_0);

        assertThat(second.relation().version()).isEqualTo(SpecVersion.V2_3_0);
        assertThat(second.tokenC()).isNotEqualTo(first.tokenC());
        assertThat(two.emsp.main().tokenB()).isNotEqualTo(tokenB);
    }

    @Test
    void after_unregistering_nobody_is_let_in() {
        two.register(SpecVersion.V2_2_1);
        Manners before = two.emsp.main().manners();

        assertThat(two.enrolment().unregister().accepted()).isTrue();

        assertThat(two.emsp
                        .caller()
                        .send(before.get(two.cpo.main().versionsUrl()))
                        .status())
                .isEqualTo(401);
        assertThat(two.emsp.main().relation()).isEmpty();
    }
}
