package dev.roamlab.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.http.ListPage;
import dev.roamlab.ocpi.http.OcpiClient;
import dev.roamlab.ocpi.http.OutgoingRequest;
import dev.roamlab.ocpi.http.PartnerClient;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.http.Reply;
import dev.roamlab.ocpi.http.Routing;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.Tokens;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.ocpi.versions.Endpoint;
import dev.roamlab.ocpi.versions.InterfaceRole;
import dev.roamlab.ocpi.versions.ModuleId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

/** A client of ours and a partner that answers as told. */
final class ClientLab implements AutoCloseable {
    static final Duration TIMEOUT = Duration.ofMillis(1500);
    static final CredentialsToken OUR_TOKEN = new CredentialsToken("tok>>>???-C12");

    final Vertx vertx = Vertx.vertx();
    final RealClock clock = new RealClock(1);
    final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    final OcpiClient client;
    final FakePartner partner;

    ClientLab() throws Exception {
        ExchangeLog log = new ExchangeLog(clock);
        log.subscribe(exchanges::add);
        client = new OcpiClient(vertx, "NL-VLT", Ids.seeded(1, "client"), clock, log, TIMEOUT);
        partner = await(FakePartner.start(vertx, Role.EMSP, Party.of("DE", "KNT")));
    }

    static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(20, SECONDS);
    }

    Future<Reply> get(String path) {
        return call(partner.baseUrl() + path);
    }

    Future<Reply> call(String url) {
        return client.send(new OutgoingRequest(
                "DE-KNT",
                "2.3.0",
                "GET tokens",
                HttpMethod.GET,
                url,
                OUR_TOKEN,
                Routing.NONE,
                Optional.empty(),
                Optional.empty()));
    }

    PartnerClient calling(OcpiVersion version) {
        String base = partner.baseUrl() + "/" + version.value();
        var role = new CredentialsRole(
                Role.EMSP,
                new BusinessDetails("Partner", Optional.empty(), Optional.empty()),
                Party.of("DE", "KNT").partyId(),
                Party.of("DE", "KNT").countryCode());
        return new PartnerClient(
                client,
                new Partner(
                        "1",
                        version,
                        partner.versionsUrl(),
                        List.of(role),
                        List.of(
                                new Endpoint(ModuleId.TOKENS, InterfaceRole.SENDER, new Url(base + "/tokens/")),
                                new Endpoint(ModuleId.LOCATIONS, InterfaceRole.RECEIVER, new Url(base + "/loc"))),
                        new CredentialsToken("theirs"),
                        OUR_TOKEN,
                        Instant.EPOCH),
                Party.of("NL", "VLT"));
    }

    /** Walks the partner's tokens and collects the pages. */
    List<ListPage<Token>> pages(String query) throws TimeoutException {
        List<ListPage<Token>> pages = new ArrayList<>();
        await(calling(OcpiVersion.V2_3_0).pages(Tokens.LIST, query, page -> {
            pages.add(page);
            return Future.succeededFuture();
        }));
        return pages;
    }

    static PartnerException failure(Future<?> future) throws TimeoutException {
        try {
            await(future);
        } catch (PartnerException failed) {
            return failed;
        }
        throw new AssertionError("did not fail");
    }

    @Override
    public void close() throws Exception {
        vertx.close().await(20, SECONDS);
        clock.close();
    }
}
