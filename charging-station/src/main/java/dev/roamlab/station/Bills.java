package dev.roamlab.station;

import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.ocpp.messages.tariff.CostUpdatedRequest;
import dev.roamlab.ocpp.messages.tariff.CostUpdatedResponse;
import java.util.Optional;

/** What drivers are shown of tariff and cost. Spec: OCPP 2.0.1, I01 to I03. */
final class Bills {
    private Bills() {}

    /** The CSMS tells a running cost; of a transaction that is not here it is left alone. */
    static CostUpdatedResponse show(Turn turn, CostUpdatedRequest request) {
        for (ConnectorState connector : turn.state().connectors()) {
            if (connector.transactionId().equals(Optional.of(request.transactionId()))) {
                turn.put(connector.withBill(connector.bill().with(Optional.of(request.totalCost()), Optional.empty())));
            }
        }
        return new CostUpdatedResponse();
    }

    /** What comes with the answer to an event. */
    static void answered(Turn turn, int number, TransactionEventResponse answer) {
        ConnectorState connector = turn.connector(number);
        Bill bill = connector
                .bill()
                .with(
                        answer.totalCost(),
                        answer.updatedPersonalMessage()
                                .or(() -> answer.idTokenInfo().flatMap(IdTokenInfo::personalMessage)));
        if (!bill.equals(connector.bill())) {
            turn.put(connector.withBill(bill));
        }
    }
}
