package dev.roamlab.scenarios.operator;

import dev.roamlab.emsp.EmspNode;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.objects.Pull;
import dev.roamlab.node.objects.Pull.Identity;
import dev.roamlab.node.objects.Pulled;
import dev.roamlab.ocpi.cdrs.Cdrs;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.sessions.Sessions;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.versions.ModuleId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What an eMSP fetches from a CPO, by the module's name. */
public final class Pulls {
    private Pulls() {}

    /**
     * What to fetch.
     *
     * @param onlyChanges only what has changed since the last time, where that is remembered
     * @param since the first day of a list of sessions, which always needs one
     */
    public record Wanted(ModuleId module, boolean onlyChanges, OptionalInt pageSize, Instant since) {}

    /** Fetches a list into the eMSP's books; empty when an eMSP fetches no such list. */
    public static Optional<Future<Pulled>> byEmsp(EmspNode.Parts parts, Partner cpo, Wanted wanted) {
        return switch (wanted.module().value()) {
            case "locations" -> Optional.of(fetch(parts.locationsPull(), cpo, wanted));
            case "tariffs" -> Optional.of(fetch(parts.tariffsPull(), cpo, wanted));
            case "sessions" -> Optional.of(sessions(parts.platform(), parts.sessions(), cpo, wanted));
            case "cdrs" ->
                Optional.of(Pull.into(
                                parts.cdrs(),
                                parts.platform(),
                                Cdrs.LIST,
                                cdr -> new Identity(
                                        new Party(cdr.countryCode(), cdr.partyId()),
                                        cdr.id().value(),
                                        cdr.lastUpdated()))
                        .full(cpo, wanted.pageSize()));
            default -> Optional.empty();
        };
    }

    /** Fetches by a pull that remembers when it was last used. */
    public static <T extends Record> Future<Pulled> fetch(Pull<T> from, Partner partner, Wanted wanted) {
        return wanted.onlyChanges() ? from.delta(partner, wanted.pageSize()) : from.full(partner, wanted.pageSize());
    }

    /** A list of sessions always needs a first day. Spec: mod_sessions_cpo_get_request_parameters. */
    private static Future<Pulled> sessions(
            Platform platform, ObjectCollection<Session> into, Partner cpo, Wanted wanted) {
        return platform.calling(cpo)
                .pages(
                        Sessions.LIST,
                        "date_from=" + DateTimes.format(wanted.since()),
                        page -> Future.all(page.objects().stream()
                                .map(session -> {
                                    Party owner = new Party(
                                            session.value().countryCode(),
                                            session.value().partyId());
                                    String id = session.value().id().value();
                                    return into.put(
                                            Keys.of(owner, id),
                                            Keys.scope(owner),
                                            session.value().lastUpdated(),
                                            session);
                                })
                                .toList()))
                .map(pages -> Pulled.NOTHING);
    }
}
