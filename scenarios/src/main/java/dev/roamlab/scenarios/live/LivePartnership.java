package dev.roamlab.scenarios.live;

import dev.roamlab.lab.Ids;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Pulled;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.scenarios.lab.Lab;
import dev.roamlab.scenarios.operator.Pulls;
import dev.roamlab.scenarios.stage.Pull;
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
    public Future<Telling> pull(Who by, Pull pull) {
        Future<Pulled> pulled = by == Who.EMSP ? emspPulls(pull) : cpoPulls(pull);
        return pulled.map(done -> done.refused().isEmpty()
                ? Telling.NOTHING
                : Telling.of(done.refused().size() + " objects were not valid and left out"));
    }

    private Future<Pulled> emspPulls(Pull pull) {
        return lab.emsp()
                .ask(parts -> Pulls.byEmsp(parts, partner(parts.platform()), wanted(pull))
                        .orElseThrow(() -> new ScenarioBroken("an eMSP fetches no " + pull.module())));
    }

    private Future<Pulled> cpoPulls(Pull pull) {
        if (!pull.module().value().equals("tokens")) {
            throw new ScenarioBroken("a CPO fetches no " + pull.module() + ", only tokens");
        }
        return lab.cpo().ask(parts -> Pulls.fetch(parts.tokensPull(), partner(parts.platform()), wanted(pull)));
    }

    private Pulls.Wanted wanted(Pull pull) {
        return new Pulls.Wanted(
                pull.module(), pull.onlyChanges(), pull.pageSize(), lab.world().start());
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
