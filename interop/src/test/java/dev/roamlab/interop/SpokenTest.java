package dev.roamlab.interop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.link.LinkSettings;
import dev.roamlab.ocpp.link.OcppClient;
import dev.roamlab.ocpp.link.StationAddress;
import dev.roamlab.ocpp.link.StationHandler;
import dev.roamlab.ocpp.link.StationLink;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.ocpp.v201.DialectV201;
import dev.roamlab.station.Configuration;
import dev.roamlab.station.StationEvent;
import dev.roamlab.station.StationState;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/ocpp.md} are what our charger and our central system really do with each message. To write them
 * anew: {@code ROAMLAB_WRITE_DOCS=1}.
 */
class SpokenTest {
    private static final Path DOC = Path.of("..", "docs", "ocpp.md");
    private static final String BEGIN = "<!-- messages: written by SpokenTest -->\n";
    private static final String END = "<!-- end of messages -->\n";

    @Test
    void the_tables_of_the_documentation_are_true() throws Exception {
        String tables = table(Goldens.V1_6, new DialectV16()) + "\n" + table(Goldens.V2_0_1, new DialectV201());
        String text = Files.readString(DOC);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        String whole = text.substring(0, begin) + "\n" + tables + "\n" + text.substring(text.indexOf(END));

        if ("1".equals(System.getenv("ROAMLAB_WRITE_DOCS"))) {
            Files.writeString(DOC, whole);
        }
        assertThat(Files.readString(DOC))
                .as("run with ROAMLAB_WRITE_DOCS=1 to write the tables anew")
                .isEqualTo(whole);
    }

    private static String table(Goldens goldens, Dialect dialect) throws Exception {
        StringBuilder table = new StringBuilder("| " + goldens + " | our charger | our CSMS |\n|---|---|---|\n");
        try (OurCpo cpo = new OurCpo();
                Caller caller = new Caller(cpo.csmsUrl(), dialect)) {
            for (String action : goldens.actions()) {
                boolean both = action.equals("DataTransfer");
                boolean fromStation = goldens.fromStation().contains(action);
                String charger =
                        fromStation && !both ? "can send" : charger(request(goldens, dialect, End.STATION, action));
                String csms = fromStation ? caller.csms(request(goldens, dialect, End.CSMS, action)) : "can send";
                table.append("| ")
                        .append(action)
                        .append(" | ")
                        .append(charger)
                        .append(" | ")
                        .append(csms)
                        .append(" |\n");
            }
        }
        return table.toString();
    }

    private static Request<?> request(Goldens goldens, Dialect dialect, End us, String action) {
        return dialect.translation(us, new TranslationContext(Clock.systemUTC(), Topology.ONE_CONNECTOR_EACH, () -> 1))
                .incoming(action, (ObjectNode) goldens.request(action))
                .request();
    }

    private static String charger(Request<?> request) {
        StationModel model = StationModels.shipped().named("dc-300");
        StationState idle = StationState.of(
                StationSpec.of(model, "CP-1", 1),
                Configuration.of(model),
                Clock.systemUTC().instant());
        try {
            idle.on(
                    new StationEvent.Requested((CsmsCall<?>) request),
                    Clock.systemUTC().instant());
            return "answers";
        } catch (OcppCallException refused) {
            return refused.code() == RpcErrorCode.NOT_SUPPORTED ? "refuses: NotSupported" : "answers";
        }
    }

    /** A station that says whatever it is told to say. */
    private static final class Caller implements AutoCloseable {
        private final Vertx vertx = Vertx.vertx();
        private final RealClock clock = new RealClock(1);
        private final Context context = vertx.getOrCreateContext();
        private final StationLink link;

        Caller(String csmsUrl, Dialect dialect) throws Exception {
            LinkSettings settings =
                    LinkSettings.of(vertx, clock, new ExchangeLog(clock), Ids.seeded(1, "caller"), List.of(dialect));
            link = OcppClient.create(settings).link(StationAddress.of(csmsUrl, OurCpo.STATION), new StationHandler() {
                @Override
                public Future<? extends Response> on(CsmsCall<?> call) {
                    return Future.failedFuture(new OcppCallException(RpcErrorCode.NOT_SUPPORTED, "not now"));
                }

                @Override
                public void closed(Close close) {}
            });
            run(link::connect);
        }

        String csms(Request<?> request) throws Exception {
            try {
                run(() -> link.call((StationCall<?>) request));
                return "answers";
            } catch (OcppCallException refused) {
                return refused.code() == RpcErrorCode.NOT_SUPPORTED ? "refuses: NotSupported" : "answers";
            }
        }

        private <T> T run(Supplier<Future<T>> work) throws Exception {
            Promise<T> promise = Promise.promise();
            context.runOnContext(go -> work.get().onComplete(promise));
            return promise.future().await(20, SECONDS);
        }

        @Override
        public void close() throws Exception {
            vertx.close().await(10, SECONDS);
            clock.close();
        }
    }
}
