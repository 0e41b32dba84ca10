package dev.roamlab.pricing.check;

import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.tariffs.Tariff;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Checks a CDR as the one who has to pay it: whether its figures agree with each other, whether its tariffs give its price,
 * and whether it is about the session that was seen. Spec: mod_cdrs_cdr_object.
 */
public final class CdrCheck {
    private CdrCheck() {}

    /**
     * What is not as expected; empty when all is well.
     *
     * @param tariffs as the CPO published them; those in the CDR are taken where none of these has the id, or when empty
     * @param session the session that the CDR is about, if one was seen
     * @param zone the location's
     */
    public static List<Difference> check(Cdr cdr, List<Tariff> tariffs, Optional<Session> session, ZoneId zone) {
        Differences differences = new Differences();
        FigureCheck.check(cdr, differences);
        PriceCheck.check(cdr, tariffs, zone, differences);
        session.ifPresent(seen -> SessionCheck.check(cdr, seen, differences));
        return differences.list();
    }
}
