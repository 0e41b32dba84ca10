package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.station.models.ConnectorModel;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/**
 * One connector as it stands.
 *
 * @param number from 1, across the whole station
 * @param evse from 1; connectors of one EVSE cannot be in use at the same time
 * @param plug the car whose cable is in
 * @param pending a start that still lacks something
 * @param opened the CSMS's transaction while nobody is served in it
 * @param finishing the last transaction is over and its cable still in
 * @param operative false when a CSMS has taken it out of service
 * @param goesInoperative taken out of service once the transaction is over
 * @param fault what is wrong, as an error code
 * @param registerWh the meter; never goes back
 * @param limitWatts set from outside; infinite without a limit
 * @param bill what the driver is shown of costs
 * @param told the status the CSMS was last told; absent when it has to be told again
 */
@RecordBuilder
public record ConnectorState(
        int number,
        int evse,
        ConnectorModel model,
        Optional<Plug> plug,
        Optional<PendingStart> pending,
        Optional<Transaction> transaction,
        Optional<Opened> opened,
        boolean finishing,
        boolean operative,
        boolean goesInoperative,
        Optional<Reservation> reservation,
        Optional<ErrorCode> fault,
        double registerWh,
        double limitWatts,
        Bill bill,
        Optional<Status> told)
        implements ConnectorStateBuilder.With {

    static ConnectorState idle(int number, int evse, ConnectorModel model) {
        return new ConnectorState(
                number,
                evse,
                model,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                0,
                Double.POSITIVE_INFINITY,
                Bill.NONE,
                Optional.empty());
    }

    /** What the meter shows, in whole Wh. */
    public long reading() {
        return (long) Math.floor(registerWh + 1e-6);
    }

    /** Energy of the transaction under way, in Wh: the difference of two readings. */
    public long transactionWh() {
        return transaction.map(running -> reading() - running.startRegisterWh()).orElse(0L);
    }

    /** The transaction that the CSMS knows of, whether or not somebody is served in it. */
    public Optional<String> transactionId() {
        return transaction.map(Transaction::id).or(() -> opened.map(Opened::id));
    }

    /** Whether somebody uses it or is about to. */
    boolean busy() {
        return transaction.isPresent() || plug.isPresent() || pending.isPresent();
    }

    /** Whether power flows, or would if the car took any. */
    boolean delivering() {
        return transaction.filter(running -> !running.refused()).isPresent()
                && !Severity.of(fault).preventsCharging()
                && plug.filter(plugged -> !plugged.paused()).isPresent();
    }
}
