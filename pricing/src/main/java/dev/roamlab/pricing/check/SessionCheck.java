package dev.roamlab.pricing.check;

import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.pricing.check.Difference.Severity;
import java.math.BigDecimal;
import java.util.Locale;

/** Whether a CDR is about the session that was seen. */
final class SessionCheck {
    private static final BigDecimal KWH = new BigDecimal("0.001");

    private final Cdr cdr;
    private final Session session;
    private final Differences differences;

    private SessionCheck(Cdr cdr, Session session, Differences differences) {
        this.cdr = cdr;
        this.session = session;
        this.differences = differences;
    }

    static void check(Cdr cdr, Session session, Differences differences) {
        SessionCheck check = new SessionCheck(cdr, session, differences);
        check.identity();
        check.figures();
    }

    private void identity() {
        cdr.sessionId().ifPresent(id -> same("/session_id", session.id(), id));
        same("/cdr_token/uid", session.cdrToken().uid(), cdr.cdrToken().uid());
        same(
                "/cdr_token/contract_id",
                session.cdrToken().contractId(),
                cdr.cdrToken().contractId());
        same("/cdr_location/id", session.locationId(), cdr.cdrLocation().id());
        same("/cdr_location/evse_uid", session.evseUid(), cdr.cdrLocation().evseUid());
        same(
                "/cdr_location/connector_id",
                session.connectorId(),
                cdr.cdrLocation().connectorId());
        same("/currency", upper(session.currency()), upper(cdr.currency()));
    }

    private void figures() {
        differences.compare(
                Severity.WRONG,
                "/total_energy",
                session.kwh(),
                cdr.totalEnergy(),
                KWH,
                "the session ended with another energy");
        // A CDR may begin with the reservation, which a session need not.
        if (cdr.startDateTime().isAfter(session.startDateTime())) {
            differences.note(
                    "/start_date_time",
                    "not after " + session.startDateTime(),
                    cdr.startDateTime().toString(),
                    "the session began earlier");
        }
        session.endDateTime()
                .ifPresent(end -> differences.compare(
                        Severity.NOTE, "/end_date_time", end, cdr.endDateTime(), "the session ended at another time"));
        session.totalCost()
                .filter(cost -> !cdr.isCredit())
                .ifPresent(cost -> differences.compare(
                        Severity.NOTE,
                        "/total_cost/before_taxes",
                        cost.beforeTaxes(),
                        cdr.totalCost().beforeTaxes(),
                        Money.tolerance(cdr.currency(), 1),
                        "the session last told another cost"));
    }

    private void same(String field, Object expected, Object actual) {
        differences.compare(Severity.WRONG, field, expected, actual, "the session has another");
    }

    private static String upper(String currency) {
        return currency.toUpperCase(Locale.ROOT);
    }
}
