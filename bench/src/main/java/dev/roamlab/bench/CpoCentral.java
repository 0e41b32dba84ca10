package dev.roamlab.bench;

import dev.roamlab.cpo.Cpo;
import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.csms.CsmsFigures;
import dev.roamlab.cpo.stations.Station;
import dev.roamlab.cpo.stations.StationView;
import dev.roamlab.cpo.stations.StationWay;
import dev.roamlab.cpo.stations.Stations;
import dev.roamlab.lab.Ids;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.tokens.TokenBuilder;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.scenarios.lab.Neighbourhood;
import dev.roamlab.scenarios.lab.Placement;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** The CPO node as it is, with its state in memory. */
record CpoCentral(CpoNode node) implements CentralChild.Central {
    @Override
    public String url() {
        return cpo().csmsUrl();
    }

    /** Gives each charger an EVSE in some street, so that its transactions become sessions and CDRs. */
    @Override
    public void expect(String prefix, int chargers) throws Exception {
        Instant now = Instant.now();
        var built = new Neighbourhood(Nodes.CPO, now, Ids.seeded(1, "bench"), List.of()).build(chargers);
        Nodes.await(cpo().loadLocations(built.locations()));
        List<Future<?>> commissioned = new ArrayList<>();
        for (Placement place : built.placements()) {
            String id = String.format(Locale.ROOT, "%s-%05d", prefix, commissioned.size() + 1);
            commissioned.add(cpo().commission(
                            place.locationId(), id, List.of(place.evseUids().get(0))));
        }
        Nodes.await(Future.all(commissioned));
        Nodes.await(cpo().loadToken(Document.of(TokenBuilder.builder()
                .countryCode(Nodes.EMSP.countryCode())
                .partyId(Nodes.EMSP.partyId())
                .uid(new CiString(FleetChild.TOKEN))
                .type(TokenType.RFID)
                .contractId(new CiString("NL-VOL-BENCH"))
                .issuer("bench")
                .valid(true)
                .whitelist(WhitelistType.ALWAYS)
                .lastUpdated(now)
                .build())));
    }

    @Override
    public String figures() throws Exception {
        CsmsFigures figures = Nodes.await(cpo().csms());
        List<Document<Session>> sessions = Nodes.await(cpo().sessions());
        long ended = sessions.stream()
                .filter(session -> session.value().status().equals(SessionStatus.COMPLETED))
                .count();
        BigDecimal kwh =
                sessions.stream().map(session -> session.value().kwh()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return figures.stations().connected() + " " + figures.messages() + " "
                + figures.stations().booted() + " 0 " + sessions.size() + " " + ended + " 0 "
                + kwh.movePointRight(3).longValue();
    }

    /** Each command goes the whole way: by the charger's id, through the node's registry, from the node's event loop. */
    @Override
    public String trips(int seconds) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        LongAdder asked = new LongAdder();
        List<String> ids =
                Nodes.await(cpo().stations()).stream().map(StationView::id).toList();
        CountDownLatch over = new CountDownLatch(ids.size());
        long before = Nodes.await(cpo().csms()).messages();
        long start = System.nanoTime();
        Nodes.await(node.ask(parts -> {
            ids.forEach(id -> trip(parts.stations(), id, deadline, asked, over));
            return Future.succeededFuture();
        }));
        over.await();
        long took = System.nanoTime() - start;
        return (asked.sum() + Nodes.await(cpo().csms()).messages() - before) + " " + took;
    }

    private static void trip(Stations stations, String id, long deadline, LongAdder asked, CountDownLatch over) {
        Optional<StationWay> way = stations.find(id).flatMap(Station::connection);
        if (way.isEmpty() || System.nanoTime() > deadline) {
            over.countDown();
            return;
        }
        way.get()
                .call(new TriggerMessageRequest(MessageTrigger.HEARTBEAT, Optional.empty()))
                .onSuccess(answer -> {
                    asked.increment();
                    trip(stations, id, deadline, asked, over);
                })
                .onFailure(failure -> over.countDown());
    }

    private Cpo cpo() {
        return node.cpo();
    }
}
