package dev.roamlab.cpo.commands;

import dev.roamlab.cpo.partners.Audience;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpi.commands.CommandResponse;
import dev.roamlab.ocpi.commands.CommandResponseType;
import dev.roamlab.ocpi.commands.CommandResult;
import dev.roamlab.ocpi.commands.CommandResultType;
import dev.roamlab.ocpi.commands.Commands;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.ocpp.rpc.NotConnected;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.OcppTimeout;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers commands at once and tells the station's result later: once, at exactly the URL that the eMSP gave, and within the
 * time that the answer promised. Spec: mod_commands_flow.
 */
final class CommandResults {
    private static final Logger LOG = LoggerFactory.getLogger(CommandResults.class);
    private static final Duration APART = Duration.ofMillis(1);
    private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

    private final Audience audience;
    private final LabClock clock;
    private final Duration timeout;

    CommandResults(Audience audience, LabClock clock, Duration timeout) {
        this.audience = audience;
        this.clock = clock;
        this.timeout = timeout;
    }

    /** Promises a result, and sets about it as soon as the promise is out. */
    Answer<CommandResponse> promise(
            String partnerId, String command, Url responseUrl, Supplier<Future<CommandResultType>> work) {
        clock.schedule(APART, () -> new Pending(partnerId, command, responseUrl).begin(work));
        return Answer.of(new CommandResponse(CommandResponseType.ACCEPTED, (int) timeout.toSeconds(), List.of()));
    }

    /** Tells an eMSP a result. */
    void tell(String partnerId, String command, Url responseUrl, CommandResultType result) {
        audience.deliver(
                partnerId,
                "result " + result + " of " + command,
                client ->
                        client.postTo(responseUrl, Commands.RESULT, Document.of(new CommandResult(result, List.of()))));
    }

    /** A command whose result is due. */
    private final class Pending {
        private final String partnerId;
        private final String command;
        private final Url responseUrl;
        private boolean told;

        private Pending(String partnerId, String command, Url responseUrl) {
            this.partnerId = partnerId;
            this.command = command;
            this.responseUrl = responseUrl;
        }

        private void begin(Supplier<Future<CommandResultType>> work) {
            LabClock.Timer late = clock.schedule(timeout.minus(ON_THE_WAY), () -> settle(CommandResultType.TIMEOUT));
            Future<CommandResultType> result;
            try {
                result = work.get();
            } catch (RuntimeException thrown) {
                result = Future.failedFuture(thrown);
            }
            result.onComplete(done -> {
                late.cancel();
                settle(done.succeeded() ? done.result() : resultOf(done.cause()));
            });
        }

        private void settle(CommandResultType result) {
            if (!told) {
                told = true;
                tell(partnerId, command, responseUrl, result);
            }
        }

        private CommandResultType resultOf(Throwable failure) {
            if (failure instanceof OcppTimeout || failure instanceof NotConnected) {
                return CommandResultType.TIMEOUT;
            }
            if (failure instanceof OcppCallException refusal) {
                boolean unable =
                        refusal.code() == RpcErrorCode.NOT_IMPLEMENTED || refusal.code() == RpcErrorCode.NOT_SUPPORTED;
                return unable ? CommandResultType.NOT_SUPPORTED : CommandResultType.FAILED;
            }
            if (failure instanceof CommandRefused refused) {
                // What was promised is due, though the station has gone since.
                LOG.info("{} failed: {}", command, refused.getMessage());
            } else {
                LOG.error("{} failed", command, failure);
            }
            return CommandResultType.FAILED;
        }
    }
}
