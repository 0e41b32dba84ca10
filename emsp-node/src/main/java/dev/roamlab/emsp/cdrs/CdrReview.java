package dev.roamlab.emsp.cdrs;

import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.pricing.check.CdrCheck;
import dev.roamlab.pricing.check.Difference;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a bill against what we know ourselves: the tariff as it was published to us, the session as it was told to us, and
 * the location's time zone, without which the bill cannot be recalculated at all.
 */
public final class CdrReview {
    private final ObjectCollection<Cdr> cdrs;
    private final ObjectCollection<Session> sessions;
    private final ObjectCollection<Tariff> tariffs;
    private final ObjectCollection<Location> locations;

    /** Looks things up in these collections. */
    public CdrReview(
            ObjectCollection<Cdr> cdrs,
            ObjectCollection<Session> sessions,
            ObjectCollection<Tariff> tariffs,
            ObjectCollection<Location> locations) {
        this.cdrs = cdrs;
        this.sessions = sessions;
        this.tariffs = tariffs;
        this.locations = locations;
    }

    /**
     * What a review found.
     *
     * @param zone in which the tariff's hours were read
     * @param zoneKnown whether it is the location's own; UTC stands in otherwise
     */
    public record Review(Cdr cdr, List<Difference> differences, ZoneId zone, boolean zoneKnown) {
        public Review {
            differences = List.copyOf(differences);
        }
    }

    /** Reviews a CDR; empty when we have none of this id. */
    public Future<Optional<Review>> review(Party owner, String id) {
        return cdrs.find(Keys.of(owner, id))
                .compose(found -> found.isPresent()
                        ? review(owner, found.get().value()).map(Optional::of)
                        : Future.succeededFuture(Optional.empty()));
    }

    private Future<Review> review(Party owner, Cdr cdr) {
        Future<Optional<Document<Session>>> session = cdr.sessionId()
                .map(id -> sessions.find(Keys.of(owner, id.value())))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
        var location = locations.find(Keys.of(owner, cdr.cdrLocation().id().value()));
        var published = published(owner, cdr);
        return Future.all(session, location, published).map(known -> {
            Optional<ZoneId> zone = location.result().flatMap(there -> zone(there.value()));
            List<Difference> differences = CdrCheck.check(
                    cdr, published.result(), session.result().map(Document::value), zone.orElse(ZoneOffset.UTC));
            return new Review(cdr, differences, zone.orElse(ZoneOffset.UTC), zone.isPresent());
        });
    }

    /** The tariffs that the bill's periods name, as published to us; the bill's own copies stand in for what we lack. */
    private Future<List<Tariff>> published(Party owner, Cdr cdr) {
        Set<CiString> ids = new LinkedHashSet<>();
        cdr.chargingPeriods().forEach(period -> period.tariffId().ifPresent(ids::add));
        cdr.tariffs().forEach(tariff -> ids.add(tariff.id()));
        List<Future<Optional<Tariff>>> lookups = new ArrayList<>();
        for (CiString id : ids) {
            lookups.add(tariffs.find(Keys.of(owner, id.value()))
                    .map(found -> found.map(Document::value)
                            .or(() -> cdr.tariffs().stream()
                                    .filter(tariff -> tariff.id().equals(id))
                                    .findFirst())));
        }
        return Future.all(lookups)
                .map(done -> lookups.stream()
                        .flatMap(lookup -> lookup.result().stream())
                        .toList());
    }

    private static Optional<ZoneId> zone(Location location) {
        try {
            return Optional.of(ZoneId.of(location.timeZone()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
