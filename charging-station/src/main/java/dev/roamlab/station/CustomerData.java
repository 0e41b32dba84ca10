package dev.roamlab.station;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.monitoring.CustomerInformationRequest;
import dev.roamlab.ocpp.messages.monitoring.CustomerInformationResponse;
import dev.roamlab.ocpp.messages.monitoring.CustomerInformationStatus;
import dev.roamlab.ocpp.messages.monitoring.NotifyCustomerInformationRequest;
import dev.roamlab.station.Outbox.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the station knows of a customer, and forgetting it. Spec: OCPP 2.0.1 N09, N10. */
final class CustomerData {
    private static final int PART = 512;

    private CustomerData() {}

    static CustomerInformationResponse answer(Turn turn, CustomerInformationRequest request) {
        int identities = (request.customerCertificate().isPresent() ? 1 : 0)
                + (request.idToken().isPresent() ? 1 : 0)
                + (request.customerIdentifier().isPresent() ? 1 : 0);
        if (identities != 1) {
            return new CustomerInformationResponse(
                    CustomerInformationStatus.INVALID,
                    Why.of("MissingParam", "one of customerCertificate, idToken and customerIdentifier, no more"));
        } else if (!request.report() && !request.clear()) {
            return new CustomerInformationResponse(
                    CustomerInformationStatus.REJECTED, Why.of("InvalidValue", "neither report nor clear"));
        }
        Predicate<IdToken> theirs = token -> request.idToken()
                .map(token::equals)
                .orElseGet(() -> request.customerIdentifier()
                        .filter(token.idToken()::equalsIgnoreCase)
                        .isPresent());
        String known = String.join("\n", known(turn, theirs));
        if (request.clear()) {
            turn.become(turn.state().withTokens(turn.state().tokens().without(theirs)));
        }
        tell(turn, request.requestId(), request.report() ? known : "");
        return new CustomerInformationResponse(CustomerInformationStatus.ACCEPTED, Optional.empty());
    }

    private static List<String> known(Turn turn, Predicate<IdToken> theirs) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<IdToken, IdTokenInfo> one : turn.state().tokens().known().entrySet()) {
            if (theirs.test(one.getKey())) {
                lines.add("authorization cache: " + one.getKey().idToken() + " "
                        + one.getValue().status());
            }
        }
        turn.device().localList().known().forEach((token, info) -> {
            if (theirs.test(token)) {
                lines.add("local list: " + token.idToken() + " " + info.status());
            }
        });
        for (ConnectorState connector : turn.state().connectors()) {
            connector
                    .transaction()
                    .filter(running -> theirs.test(running.idToken()))
                    .ifPresent(running -> lines.add("transaction: " + running.id() + " since " + running.startedAt()));
            connector
                    .reservation()
                    .filter(reserved -> theirs.test(reserved.idToken()))
                    .ifPresent(reserved -> lines.add("reservation: " + reserved.id() + " until " + reserved.expires()));
        }
        return lines;
    }

    private static void tell(Turn turn, int requestId, String text) {
        int part = 0;
        int from = 0;
        do {
            int to = Math.min(text.length(), from + PART);
            turn.say(new Entry(
                    new NotifyCustomerInformationRequest(
                            text.substring(from, to), Optional.of(to < text.length()), part, turn.now(), requestId),
                    false,
                    0));
            from = to;
            part++;
        } while (from < text.length());
    }
}
