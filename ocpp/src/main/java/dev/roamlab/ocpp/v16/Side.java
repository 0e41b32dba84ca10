package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What translating for one end of one station has to remember, and a few things that many payloads need. */
final class Side {
    private final TranslationContext context;
    private final TransactionIds ids = new TransactionIds();
    private final CsmsTransactions transactions;
    private int lastRemoteStartId;
    private int lastRequestId;
    private Errand firmware = Errand.NONE;
    private Errand log = Errand.NONE;

    Side(TranslationContext context) {
        this.context = context;
        this.transactions = new CsmsTransactions(context);
    }

    /** At the station: the CSMS's numbers. */
    TransactionIds ids() {
        return ids;
    }

    /** At the CSMS: the station's transactions. */
    CsmsTransactions transactions() {
        return transactions;
    }

    boolean isBlank() {
        return ids.isEmpty() && transactions.isEmpty() && firmware == Errand.NONE && log == Errand.NONE;
    }

    Instant now() {
        return context.clock().instant();
    }

    int number(Evse evse) {
        return context.topology().number(evse);
    }

    Evse evse(int number) {
        return context.topology().evse(number);
    }

    /** The connector that is meant, where 0 means none in particular. */
    Optional<Evse> place(int number) {
        return number == 0 ? Optional.empty() : Optional.of(evse(number));
    }

    /** The wire has no such thing, so the station counts for itself. */
    int nextRemoteStartId() {
        return ++lastRemoteStartId;
    }

    /** The older messages of 1.6 have no such thing either. */
    int nextRequestId() {
        return ++lastRequestId;
    }

    /** The update that was asked for last. */
    Errand firmware() {
        return firmware;
    }

    void firmware(Errand asked) {
        firmware = asked;
    }

    /** The log that was asked for last. */
    Errand log() {
        return log;
    }

    void log(Errand asked) {
        log = asked;
    }

    /** The CSMS wants a report, in these words. */
    void asked(MessageTrigger report, boolean extended) {
        if (report == MessageTrigger.FIRMWARE_STATUS_NOTIFICATION) {
            firmware = new Errand(extended, firmware.requestId());
        } else if (report == MessageTrigger.LOG_STATUS_NOTIFICATION) {
            log = new Errand(extended, log.requestId());
        }
    }

    /** What the meter showed, in whole Wh: what 1.6 wants in meterStart and meterStop. */
    static int register(TransactionEventRequest event, ReadingContext context) {
        BigDecimal wattHours = MeterValue.registerWh(event.meterValue(), context)
                .orElseThrow(
                        () -> missing("TransactionEvent.meterValue: the register with context " + context.wireName()));
        try {
            return wattHours.setScale(0, RoundingMode.HALF_UP).intValueExact();
        } catch (ArithmeticException tooMuch) {
            throw new OcppCallException(
                    RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
                    "TransactionEvent.meterValue: " + wattHours + " Wh, 1.6 has 32 bits for it");
        }
    }

    /** Whether meterStop says all that these say. */
    static boolean onlyRegister(List<MeterValue> values) {
        return values.stream()
                .flatMap(value -> value.sampledValue().stream())
                .allMatch(sample -> sample.isRegister() && sample.context() == ReadingContext.TRANSACTION_END);
    }

    static OcppCallException missing(String what) {
        return new OcppCallException(
                RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, what + ": missing, OCPP 1.6 requires it");
    }
}
