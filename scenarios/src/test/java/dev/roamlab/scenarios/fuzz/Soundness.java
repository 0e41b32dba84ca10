package dev.roamlab.scenarios.fuzz;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.emsp.cdrs.CdrReview.Review;
import dev.roamlab.lab.Ids;
import dev.roamlab.node.objects.Pulled;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import dev.roamlab.station.physics.Cars;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The nodes do what they are for: part and register again, fetch, and bring a charge from the plug to the bill. */
final class Soundness {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long ENOUGH_WATT_HOURS = 5;

    private final FuzzLab lab;

    Soundness(FuzzLab lab) {
        this.lab = lab;
    }

    void check() throws Exception {
        for (OcpiVersion version : OcpiVersion.values()) {
            registers(version);
            pulls();
            charges();
        }
    }

    private void registers(OcpiVersion version) throws Exception {
        Partner cpo = lab.theCpo();
        lab.ask(parts -> parts.platform().registration().unregister(cpo));
        lab.register(version);
        assertThat(lab.theCpo().version()).isEqualTo(version);
        assertThat(lab.theEmsp().version()).isEqualTo(version);
    }

    private void pulls() throws Exception {
        Partner cpo = lab.theCpo();
        Pulled tariffs = lab.ask(parts -> parts.tariffsPull().full(cpo));
        Pulled locations = lab.ask(parts -> parts.locationsPull().full(cpo));
        assertThat(tariffs.taken()).isEqualTo(1);
        assertThat(locations.taken()).isEqualTo(1);
        assertThat(locations.refused()).isEmpty();
    }

    private void charges() throws Exception {
        int before = bills().size();
        Fleet fleet = Fleet.deploy(
                        lab.vertx,
                        lab.clock,
                        lab.log,
                        Ids.seeded(1, "sound"),
                        lab.cpo.cpo().csmsUrl())
                .await(10, SECONDS);
        SimulatedStation station =
                fleet.add(StationSpec.of(StationModels.shipped().all().get(0), FuzzLab.SOUND_STATION, 1));
        FuzzLab.wait(station.connect());
        until("the station is accepted", () -> station.state().accepted());
        FuzzLab.wait(station.plugIn(1, Cars.all().get(0).at(30)));
        FuzzLab.wait(station.present(1, IdToken.of(FuzzLab.SOUND_DRIVER)));
        until("the car is charged", () -> station.state().connector(1).energyWh() >= ENOUGH_WATT_HOURS);
        FuzzLab.wait(station.unplug(1));
        until("the eMSP has the bill", () -> bills().size() > before);
        Cdr bill = bills().get(before);
        assertThat(bill.totalEnergy()).isPositive();
        Optional<Review> review = lab.ask(parts -> parts.review()
                .review(new Party(bill.countryCode(), bill.partyId()), bill.id().value()));
        assertThat(review.orElseThrow().differences()).isEmpty();
        FuzzLab.wait(fleet.close());
    }

    private List<Cdr> bills() throws Exception {
        return lab.ask(parts -> parts.cdrs().first(100_000, "")).stream()
                .map(document -> document.value())
                .filter(cdr -> cdr.cdrToken().uid().value().equals(FuzzLab.SOUND_DRIVER))
                .toList();
    }

    private void until(String what, Callable<Boolean> condition) {
        boolean so = lab.clock.await(
                () -> {
                    try {
                        return condition.call();
                    } catch (Exception failure) {
                        throw new AssertionError(what, failure);
                    }
                },
                PATIENCE);
        assertThat(so).as(what).isTrue();
    }
}
