package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Attestation;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Moments;
import dev.roamlab.conformance.trigger.TriggerKind;
import dev.roamlab.conformance.wire.Target.Side;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What an eMSP's app or map shows of a Location that we push. Nothing is pushed for drivers to see unless somebody can be asked about
 * it, and it is taken back at once. Spec: mod_locations_location_object.
 */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationDisplayAttestations {
    private static final String WHERE = "Look at your app or map, as the general public sees it: ";
    private static final String NO_APP = " (You have no app or map: cannot say.)";

    @Proves(value = "LOC-005", stage = Stage.ASKING, sut = SutRole.EMSP)
    void lists_are_polled_now_and_then(Probe probe) {
        if (probe.offers("locations", Side.RECEIVER)) {
            probe.claim("LOC-005")
                    .notApplicable("the version details list locations with role RECEIVER: it takes pushes");
            return;
        }
        Attestation.decide(
                probe,
                "LOC-005",
                "Does your system fetch each partner's whole list of Locations by itself at least once a day, and with more than a"
                        + " few minutes from one fetch to the next?");
    }

    @Proves(value = "LOC-010", stage = Stage.ASKING, sut = SutRole.EMSP)
    void a_location_without_evse_disappears(Probe probe) {
        try (Pusher pusher = pusher(probe)) {
            ObjectNode location = shown(pusher);
            pusher.require(location);
            location.put("last_updated", pusher.moment(2));
            Parts.evses(location)
                    .forEach(
                            evse -> ((ObjectNode) evse).put("status", "REMOVED").put("last_updated", pusher.moment(2)));
            pusher.require(location);
            Attestation.decide(
                    probe,
                    "LOC-010",
                    WHERE + "every EVSE of " + called(location)
                            + " has the status REMOVED. Is the Location not shown (any" + " more)?" + NO_APP);
        }
    }

    @Proves(value = "LOC-081", stage = Stage.ASKING, sut = SutRole.EMSP)
    void what_is_not_published_is_not_shown(Probe probe) {
        try (Pusher pusher = pusher(probe)) {
            ObjectNode location = shown(pusher).put("publish", false);
            pusher.require(location);
            ObjectNode other = shown(pusher);
            pusher.require(other);
            other.put("publish", false).put("last_updated", pusher.moment(2));
            pusher.require(other);
            Attestation.decide(
                    probe,
                    "LOC-081",
                    WHERE + "is neither " + called(location) + " nor " + called(other)
                            + " shown? Both have publish false; the second had publish true for a moment." + NO_APP);
        }
    }

    @Proves(value = "LOC-082", stage = Stage.ASKING, sut = SutRole.EMSP)
    void half_a_match_does_not_count(Probe probe) {
        try (Pusher pusher = pusher(probe)) {
            ObjectNode location = shown(pusher).put("publish", false);
            String number = "TEST-" + probe.runId();
            location.putArray("publish_allowed_to")
                    .addObject()
                    .put("visual_number", number)
                    .put("issuer", "Tester's issuer");
            pusher.require(location);
            Attestation.decide(
                    probe,
                    "LOC-082",
                    "Give a test user a token with visual_number \"" + number
                            + "\" and an issuer other than \"Tester's issuer\"."
                            + " Is " + called(location)
                            + ", whose publish_allowed_to names both, hidden from this user?"
                            + NO_APP);
        }
    }

    @Proves(value = "LOC-087", stage = Stage.ASKING, sut = SutRole.EMSP)
    void the_operator_comes_from_the_credentials(Probe probe) {
        String name = probe.platform()
                .credentials(probe.version(), "")
                .at("/roles/0/business_details/name")
                .asText();
        try (Pusher pusher = pusher(probe)) {
            ObjectNode location = shown(pusher);
            location.remove("operator");
            pusher.require(location);
            Attestation.decide(
                    probe,
                    "LOC-087",
                    WHERE + called(location) + " has no operator. Is \"" + name
                            + "\", the name in our credentials, shown as its operator? (You show no operators: cannot say.)");
        }
    }

    @Proves(value = "LOC-148", stage = Stage.ASKING, sut = SutRole.EMSP)
    void closings_win(Probe probe) {
        try (Pusher pusher = pusher(probe)) {
            ObjectNode location = shown(pusher);
            ObjectNode times = location.putObject("opening_times").put("twentyfourseven", true);
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            times.putArray("exceptional_closings")
                    .addObject()
                    .put("period_begin", Moments.text(now.minus(1, ChronoUnit.DAYS)))
                    .put("period_end", Moments.text(now.plus(1, ChronoUnit.DAYS)));
            pusher.require(location);
            Attestation.decide(
                    probe,
                    "LOC-148",
                    WHERE + called(location)
                            + " is open around the clock, with an exceptional closing from yesterday until"
                            + " tomorrow. Is it shown as closed now? (You show no opening times: cannot say.)");
        }
    }

    @Proves(value = "LOC-151", stage = Stage.ASKING, sut = SutRole.EMSP)
    void images_of_one_category_are_all_shown(Probe probe) {
        try (Pusher pusher = pusher(probe)) {
            ObjectNode location = shown(pusher);
            ArrayNode images = location.putArray("images");
            for (int n = 1; n <= 2; n++) {
                images.addObject()
                        .put("url", "https://example.com/tester-" + n + ".png")
                        .put("category", "LOCATION")
                        .put("type", "png")
                        .put("width", 640)
                        .put("height", 480);
            }
            pusher.require(location);
            Attestation.decide(
                    probe,
                    "LOC-151",
                    WHERE + called(location)
                            + " has two images of the category LOCATION, https://example.com/tester-1.png and"
                            + " tester-2.png. Are there places for both, instead of one chosen from the two? (You show no images: cannot"
                            + " say.)");
        }
    }

    /** @throws dev.roamlab.conformance.check.Stop when nobody can be asked: then nothing is shown to drivers for nothing */
    private static Pusher pusher(Probe probe) {
        if (!probe.offers("locations", Side.RECEIVER)) {
            throw probe.inconclusive("the eMSP takes no pushes of Locations, so that none can be put before it");
        }
        if (!probe.canTrigger(TriggerKind.ATTEST)) {
            throw probe.inconclusive(
                    "the operator was not asked: there is no way to pull the trigger attest (a terminal with"
                            + " a prompt, a webhook or a command in the SUT file)");
        }
        return new Pusher(probe);
    }

    /** A published Location whose name says that it is none. */
    private static ObjectNode shown(Pusher pusher) {
        ObjectNode location = pusher.location().put("publish", true);
        return location.put("name", "Test, no charger here");
    }

    private static String called(JsonNode location) {
        return "Location " + Parts.text(location, "id") + " (\"" + Parts.text(location, "name") + "\")";
    }
}
