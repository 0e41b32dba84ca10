package dev.roamlab.station;

import dev.roamlab.ocpp.messages.MessageFormat;
import dev.roamlab.ocpp.messages.display.ClearDisplayMessageRequest;
import dev.roamlab.ocpp.messages.display.ClearDisplayMessageResponse;
import dev.roamlab.ocpp.messages.display.ClearMessageStatus;
import dev.roamlab.ocpp.messages.display.DisplayMessageStatus;
import dev.roamlab.ocpp.messages.display.GetDisplayMessagesRequest;
import dev.roamlab.ocpp.messages.display.GetDisplayMessagesResponse;
import dev.roamlab.ocpp.messages.display.GetDisplayMessagesStatus;
import dev.roamlab.ocpp.messages.display.MessageInfo;
import dev.roamlab.ocpp.messages.display.MessagePriority;
import dev.roamlab.ocpp.messages.display.NotifyDisplayMessagesRequest;
import dev.roamlab.ocpp.messages.display.SetDisplayMessageRequest;
import dev.roamlab.ocpp.messages.display.SetDisplayMessageResponse;
import dev.roamlab.station.Outbox.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages that a CSMS puts on the display. Spec: OCPP 2.0.1 O01 to O06. */
final class Displays {
    private static final int MAX_MESSAGES = 10;
    private static final int ITEMS_PER_MESSAGE = 4;

    private Displays() {}

    static SetDisplayMessageResponse set(Turn turn, SetDisplayMessageRequest request) {
        MessageInfo message = request.message();
        List<MessageInfo> others = new ArrayList<>(turn.device().display());
        others.removeIf(old -> old.id() == message.id()
                || old.priority() == MessagePriority.ALWAYS_FRONT
                        && message.priority() == MessagePriority.ALWAYS_FRONT);
        Optional<SetDisplayMessageResponse> refused = refusal(turn, message, others.size());
        if (refused.isPresent()) {
            return refused.get();
        }
        others.add(message);
        turn.become(turn.device().withDisplay(others));
        return new SetDisplayMessageResponse(DisplayMessageStatus.ACCEPTED, Optional.empty());
    }

    static GetDisplayMessagesResponse get(Turn turn, GetDisplayMessagesRequest request) {
        List<MessageInfo> wanted = turn.device().display().stream()
                .filter(message -> request.id().isEmpty() || request.id().contains(message.id()))
                .filter(message -> request.priority()
                        .filter(one -> one != message.priority())
                        .isEmpty())
                .filter(message -> request.state().isEmpty() || request.state().equals(message.state()))
                .toList();
        for (int from = 0; from < wanted.size(); from += ITEMS_PER_MESSAGE) {
            int to = Math.min(wanted.size(), from + ITEMS_PER_MESSAGE);
            turn.say(new Entry(
                    new NotifyDisplayMessagesRequest(
                            wanted.subList(from, to), request.requestId(), Optional.of(to < wanted.size())),
                    false,
                    0));
        }
        return new GetDisplayMessagesResponse(
                wanted.isEmpty() ? GetDisplayMessagesStatus.UNKNOWN : GetDisplayMessagesStatus.ACCEPTED,
                Optional.empty());
    }

    static ClearDisplayMessageResponse clear(Turn turn, ClearDisplayMessageRequest request) {
        List<MessageInfo> left = turn.device().display().stream()
                .filter(message -> message.id() != request.id())
                .toList();
        boolean known = left.size() < turn.device().display().size();
        turn.become(turn.device().withDisplay(left));
        return new ClearDisplayMessageResponse(
                known ? ClearMessageStatus.ACCEPTED : ClearMessageStatus.UNKNOWN, Optional.empty());
    }

    /** Takes down what has had its time, and what belonged to a transaction that is over. */
    static void takeDown(Turn turn) {
        List<MessageInfo> shown = turn.device().display();
        List<MessageInfo> left = shown.stream()
                .filter(message -> message.endDateTime()
                        .filter(end -> !end.isAfter(turn.now()))
                        .isEmpty())
                .filter(message -> message.transactionId()
                        .filter(id -> !running(turn.state(), id))
                        .isEmpty())
                .toList();
        if (left.size() < shown.size()) {
            turn.become(turn.device().withDisplay(left));
        }
    }

    /** When the next message has had its time. */
    static Optional<Instant> due(StationState state) {
        return state.device().display().stream()
                .flatMap(message -> message.endDateTime().stream())
                .min(Instant::compareTo);
    }

    private static Optional<SetDisplayMessageResponse> refusal(Turn turn, MessageInfo message, int others) {
        MessageFormat format = message.message().format();
        if (!turn.state().spec().model().display()) {
            return refused(DisplayMessageStatus.REJECTED, "UnsupportedRequest", "this model has no display");
        } else if (!turn.configuration().flag(ConfigurationKey.DISPLAY_MESSAGES_ENABLED)) {
            return refused(DisplayMessageStatus.REJECTED, "NotEnabled", "DisplayMessageCtrlr.Enabled is false");
        } else if (format != MessageFormat.ASCII && format != MessageFormat.UTF8) {
            return refused(
                    DisplayMessageStatus.NOT_SUPPORTED_MESSAGE_FORMAT,
                    "UnsupportedParam",
                    "format: " + format + ", this display shows ASCII and UTF8");
        } else if (message.transactionId()
                .filter(id -> !running(turn.state(), id))
                .isPresent()) {
            return refused(
                    DisplayMessageStatus.UNKNOWN_TRANSACTION,
                    "UnknownTxId",
                    "transactionId: no '" + message.transactionId().get() + "' under way");
        } else if (others >= MAX_MESSAGES) {
            return refused(
                    DisplayMessageStatus.REJECTED,
                    "OutOfStorage",
                    others + " messages are there, at most " + MAX_MESSAGES);
        }
        return Optional.empty();
    }

    private static Optional<SetDisplayMessageResponse> refused(
            DisplayMessageStatus status, String code, String sentence) {
        return Optional.of(new SetDisplayMessageResponse(status, Why.of(code, sentence)));
    }

    private static boolean running(StationState state, String transactionId) {
        return state.connectors().stream()
                .flatMap(connector -> connector.transaction().stream())
                .anyMatch(running -> running.id().equals(transactionId));
    }
}
