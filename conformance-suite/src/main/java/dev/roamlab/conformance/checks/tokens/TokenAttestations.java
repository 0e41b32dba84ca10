package dev.roamlab.conformance.checks.tokens;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Attestation;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;

/** What becomes of tokens at stations and in apps. Spec: mod_tokens_token_object. */
@Checks(module = CatalogueModule.TOKENS)
final class TokenAttestations {
    @Proves(value = "TOK-068", stage = Stage.ASKING, sut = SutRole.CPO)
    void tokens_of_a_group_stop_each_others_sessions(Probe probe) {
        Attestation.decide(
                probe,
                "TOK-068",
                "When a token has started a session at an EVSE with the capability "
                        + "TOKEN_GROUP_CAPABLE, and another token with the same group_id is presented there: "
                        + "does the session stop? (Nothing of the kind in your system: cannot say.)");
    }

    @Proves(value = "TOK-070", stage = Stage.ASKING, sut = SutRole.CPO)
    void a_default_profile_is_applied_at_once(Probe probe) {
        Attestation.decide(
                probe,
                "TOK-070",
                "When a token with a default_profile_type starts a session at an EVSE with "
                        + "preference-based smart charging: is that profile used from the start, without a "
                        + "request for charging preferences? (Nothing of the kind in your system: cannot say.)");
    }

    @Proves(value = "TOK-079", stage = Stage.ASKING, sut = SutRole.EMSP)
    void uids_of_apps_last_as_long_as_their_type_says(Probe probe) {
        Attestation.decide(
                probe,
                "TOK-079",
                "Let one driver start two charges with your app: if the tokens sent in START_SESSION "
                        + "have the type AD_HOC_USER, do their uids differ, and if they have the type APP_USER, "
                        + "are they equal? (Your app sends neither: cannot say.)");
    }

    @Proves(value = "TOK-081", stage = Stage.ASKING, sut = SutRole.CPO)
    void contract_certificates_are_asked_about(Probe probe) {
        Attestation.decide(
                probe,
                "TOK-081",
                "When an ISO 15118 vehicle identifies itself with a contract certificate: does your "
                        + "system ask the issuing party by the OCPI request POST authorize with the EMAID and "
                        + "type=EMAID? (Nothing of the kind in your system: cannot say.)");
    }
}
