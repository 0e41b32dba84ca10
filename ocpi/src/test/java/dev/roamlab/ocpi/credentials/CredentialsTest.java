package dev.roamlab.ocpi.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    @Test
    void a_token_never_shows_itself() {
        CredentialsToken token = new CredentialsToken("top-secret-token");

        assertThat(token.toString()).matches("token#[0-9a-f]{6}");
        assertThat(Fixtures.credentials().toString()).doesNotContain("token-of-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"top-secret-\ntoken", ""})
    void a_refused_token_is_not_quoted(String value) {
        Throwable refusal = catchThrowable(() -> new CredentialsToken(value));

        assertThat(refusal).isInstanceOf(InvalidField.class);
        assertThat(refusal.getMessage()).doesNotContain("secret");
    }

    @Test
    void a_token_has_1_to_64_characters() {
        assertThat(new CredentialsToken("x".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> new CredentialsToken("x".repeat(65)))
                .hasMessage("'65 characters', from 1 to 64 characters");
    }

    @Test
    void tokens_in_different_case_are_different() {
        assertThat(new CredentialsToken("abc")).isNotEqualTo(new CredentialsToken("ABC"));
        assertThat(new CredentialsToken("abc")).isEqualTo(new CredentialsToken("abc"));
    }

    @Test
    void the_header_value_is_exact_base64() {
        assertThat(new CredentialsToken("example-token").base64()).isEqualTo("ZXhhbXBsZS10b2tlbg==");
    }

    @Test
    void characters_beyond_the_advised_range_are_taken_and_told() {
        assertThat(new CredentialsToken("!~").hasAdvisedCharacters()).isTrue();
        assertThat(new CredentialsToken("with blank").hasAdvisedCharacters()).isFalse();
    }

    @Test
    void the_same_role_of_the_same_party_stands_only_once() {
        CredentialsRole role = role("NL", "CPO");

        assertThatThrownBy(() -> new Credentials(
                        Fixtures.credentials().token(),
                        Fixtures.credentials().url(),
                        Optional.empty(),
                        List.of(role, role("nl", "cpo"))))
                .hasMessage("roles: 'CPO nl-cpo', each role, party_id and country_code once");
    }

    @Test
    void a_hub_party_id_is_country_code_and_party_id_in_one() {
        assertThat(HubPartyId.of(Party.parse("NL-HUB"))).isEqualTo(new HubPartyId("nlhub"));
        assertThat(new HubPartyId("NLHUB").party()).isEqualTo(Party.parse("NL-HUB"));
        assertThatThrownBy(() -> new HubPartyId("NL-HUB")).isInstanceOf(InvalidField.class);
    }

    private static CredentialsRole role(String countryCode, String partyId) {
        return new CredentialsRole(
                Role.CPO, BusinessDetails.named("Example"), new PartyId(partyId), new CountryCode(countryCode));
    }
}
