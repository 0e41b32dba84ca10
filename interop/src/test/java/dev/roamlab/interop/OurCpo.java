package dev.roamlab.interop;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.CpoSettings;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Role;
import io.vertx.core.Vertx;
import java.util.List;

/** Our CPO with one commissioned station. */
final class OurCpo implements AutoCloseable {
    static final String STATION = "CP-1";

    private final Vertx vertx = Vertx.vertx();
    private final RealClock clock = new RealClock(1);
    final CpoNode node;

    OurCpo() throws Exception {
        CredentialsRole role = new CredentialsRole(
                Role.CPO, BusinessDetails.named("Roam Power"), Fixtures.CPO.partyId(), Fixtures.CPO.countryCode());
        node = new CpoNode(
                CpoSettings.of(NodeSettings.local("cpo", List.of(role)).build()).build(),
                new LabContext(clock, new ExchangeLog(clock), Ids.seeded(2, "cpo")));
        vertx.deployVerticle(node).await(20, SECONDS);
        node.cpo().loadTariffs(List.of(Document.of(Fixtures.aTariff().build()))).await(5, SECONDS);
        node.cpo()
                .loadLocations(List.of(Document.of(Fixtures.aLocation()
                        .evses(List.of(
                                Fixtures.anEvse().uid(new CiString("EVSE1")).build()))
                        .build())))
                .await(5, SECONDS);
        node.cpo().commission("LOC1", STATION, List.of("EVSE1")).await(5, SECONDS);
    }

    String csmsUrl() {
        return node.cpo().csmsUrl();
    }

    @Override
    public void close() throws Exception {
        vertx.close().await(20, SECONDS);
        clock.close();
    }
}
