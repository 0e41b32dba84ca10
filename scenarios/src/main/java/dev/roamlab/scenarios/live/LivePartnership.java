package dev.roamlab.scenarios.live;

import dev.roamlab.lab.Ids;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.Pull;
import dev.roamlab.node.objects.Pull.Identity;
import dev.roamlab.node.objects.Pulled;
import dev.roamlab.ocpi.cdrs.Cdrs;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.sessions.Sessions;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.scenarios.lab.Lab;
import dev.roamlab.scenarios.stage.ScenarioBroken;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.stage.Who;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/** The platforms' dealings with each other. */
final class LivePartnership implements Stage.Partnership {
    private static final int SECRET_LENGTH = 32;

    private final Lab lab;
    private final Ids ids;

    LivePartnership(Lab lab, Ids ids) {
        this.lab = lab;
        this.ids = ids;
    }

    @Override
    public Future<Telling> register(Who initiator) {
        Who invited = initiator == Who.EMSP ? Who.CPO : Who.EMSP;
        return token(initiator, invited)
                .compose(token -> ask(
                        initiator, platform -> platform.registration().register(new Url(versionsUrl(invited)), token)))
                .map(Telling.NOTHING);
    }

    /** Strangers use the token of an invitation; who knows the other has nothing but the token that is in use. */
    private Future<CredentialsToken> token(Who initiator, Who inviting) {
        return ask(
                        initiator,
                        platform -> Future.succeededFuture(
                                platform.partners().all().stream().findFirst()))
                .compose(known -> known.map(Partner::outgoingToken)
                        .map(Future::succeededFuture)
                        .orElseGet(() -> invitation(initiator, inviting)));
    }

    private Future<CredentialsToken> invitation(Who initiator, Who inviting) {
        CredentialsToken tokenA = new CredentialsToken(ids.secret(SECRET_LENGTH));
        return ask(inviting, platform -> platform.partners().invite(initiator.spelling(), tokenA))
                .map(tokenA);
    }

    @Override
    public Future<Telling> updateCredentials(Who initiator) {
        return ask(initiator, platform -> platform.registration().update(partner(platform)))
                .map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> unregister(Who initiator) {
        return ask(initiator, platform -> platform.registration().unregister(partner(platform)))
                .map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> pull(Who by, dev.roamlab.scenarios.stage.Pull pull) {
        Future<Pulled> pulled = by == Who.EMSP ? emspPulls(pull) : cpoPulls(pull);
        return pulled.map(done -> done.refused().isEmpty()
                ? Telling.NOTHING
                : Telling.of(done.refused().size() + " objects were not valid and left out"));
    }

    private Future<Pulled> emspPulls(dev.roamlab.scenarios.stage.Pull pull) {
        return lab.emsp().ask(parts -> {
            Platform platform = parts.platform();
            return switch (pull.module().value()) {
                case "locations" -> fetch(parts.locationsPull(), pull, partner(platform));
                case "tariffs" -> fetch(parts.tariffsPull(), pull, partner(platform));
                case "sessions" -> sessions(platform, parts.sessions());
                case "cdrs" ->
                    Pull.into(
                                    parts.cdrs(),
                                    platform,
                                    Cdrs.LIST,
                                    cdr -> new Identity(
                                            new Party(cdr.countryCode(), cdr.partyId()),
                                            cdr.id().value(),
                                            cdr.lastUpdated()))
                            .full(partner(platform), pull.pageSize());
                default -> throw new ScenarioBroken("an eMSP fetches no " + pull.module());
            };
        });
    }

    private Future<Pulled> cpoPulls(dev.roamlab.scenarios.stage.Pull pull) {
        if (!pull.module().value().equals("tokens")) {
            throw new ScenarioBroken("a CPO fetches no " + pull.module() + ", only tokens");
        }
        return lab.cpo().ask(parts -> fetch(parts.tokensPull(), pull, partner(parts.platform())));
    }

    private static <T extends Record> Future<Pulled> fetch(
            Pull<T> from, dev.roamlab.scenarios.stage.Pull pull, Partner partner) {
        return pull.onlyChanges() ? from.delta(partner, pull.pageSize()) : from.full(partner, pull.pageSize());
    }

    /** A list of sessions always needs a first day. Spec: mod_sessions_cpo_get_request_parameters. */
    private Future<Pulled> sessions(Platform platform, dev.roamlab.node.objects.ObjectCollection<Session> into) {
        String since = "date_from=" + DateTimes.format(lab.world().start());
        return platform.calling(partner(platform))
                .pages(
                        Sessions.LIST,
                        since,
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

    private String versionsUrl(Who who) {
        return who == Who.EMSP ? lab.emsp().versionsUrl() : lab.cpo().cpo().url();
    }

    private <T> Future<T> ask(Who who, Function<Platform, Future<T>> question) {
        return who == Who.EMSP
                ? lab.emsp().ask(parts -> question.apply(parts.platform()))
                : lab.cpo().ask(parts -> question.apply(parts.platform()));
    }

    static Partner partner(Platform platform) {
        Optional<Partner> first = platform.partners().all().stream().findFirst();
        return first.orElseThrow(() -> new ScenarioBroken("the platforms are not registered with each other"));
    }
}
