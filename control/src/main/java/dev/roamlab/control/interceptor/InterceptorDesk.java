package dev.roamlab.control.interceptor;

import static dev.roamlab.control.http.Tags.INTERCEPTOR;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import dev.roamlab.control.http.ApiServer;
import dev.roamlab.control.http.Call;
import dev.roamlab.control.http.Operation;
import dev.roamlab.control.http.Operation.Nothing;
import dev.roamlab.control.http.Refused;
import dev.roamlab.control.http.Reply;
import dev.roamlab.control.interceptor.Held.HeldList;
import dev.roamlab.control.interceptor.Held.Release;
import dev.roamlab.control.interceptor.Rule.RuleList;
import dev.roamlab.control.interceptor.Rule.RuleView;
import dev.roamlab.ocpp.intercept.InterceptRule;
import dev.roamlab.ocpp.intercept.Interceptor;
import io.vertx.core.Future;

/** Serves the interceptor. */
public final class InterceptorDesk {
    private static final String RULE = "/interceptor/rules/{rule}";
    private static final String MESSAGE = "/interceptor/held/{message}";
    private static final String NO_MESSAGE = "No such message is held; it may have been let go.";

    private static final Operation<Nothing, Nothing, RuleList> LIST = Operation.of(
                    GET, "/interceptor/rules", "listRules", INTERCEPTOR)
            .says("Lists the rules.", "")
            .answers(RuleList.class);

    private static final Operation<Nothing, Rule, RuleView> PUT_RULE = Operation.of(PUT, RULE, "putRule", INTERCEPTOR)
            .says("Sets a rule: a new one behind the others, or another in the place of the one of that name.", "")
            .taking(Rule.class)
            .answers(RuleView.class);

    private static final Operation<Nothing, Nothing, Nothing> REMOVE_RULE = Operation.of(
                    DELETE, RULE, "removeRule", INTERCEPTOR)
            .says("Removes a rule; what it holds is let go.", "")
            .refuses(404, "There is no such rule.");

    private static final Operation<Nothing, Nothing, HeldList> HELD = Operation.of(
                    GET, "/interceptor/held", "listHeld", INTERCEPTOR)
            .says("Lists the messages that wait.", "")
            .answers(HeldList.class);

    private static final Operation<Nothing, Release, Nothing> RELEASE = Operation.of(
                    POST, MESSAGE + "/release", "releaseHeld", INTERCEPTOR)
            .says("Lets a message go, as it is or as another text.", "")
            .mayTake(Release.class)
            .refuses(404, NO_MESSAGE);

    private static final Operation<Nothing, Nothing, Nothing> DROP = Operation.of(
                    DELETE, MESSAGE, "dropHeld", INTERCEPTOR)
            .says("Drops a message that waits.", "")
            .refuses(404, NO_MESSAGE);

    private final Interceptor interceptor;

    /** For the interceptor of the chargers' connections. */
    public InterceptorDesk(Interceptor interceptor) {
        this.interceptor = interceptor;
    }

    /** Offers the operations. */
    public void serve(ApiServer api) {
        api.serve(
                LIST,
                call -> Future.succeededFuture(Reply.of(new RuleList(
                        interceptor.rules().stream().map(InterceptorDesk::view).toList()))));
        api.serve(PUT_RULE, this::put);
        api.serve(REMOVE_RULE, this::remove);
        api.serve(HELD, call -> Future.succeededFuture(Reply.of(held())));
        api.serve(RELEASE, this::release);
        api.serve(DROP, call -> done(interceptor.drop(message(call))));
    }

    private Future<Reply<RuleView>> put(Call<Nothing, Rule> call) {
        InterceptRule rule = Rules.read(call.segment("rule"), call.body());
        interceptor.put(rule);
        return Future.succeededFuture(Reply.of(view(new Interceptor.Use(rule, 0))));
    }

    private Future<Reply<Nothing>> remove(Call<Nothing, Nothing> call) {
        if (!interceptor.remove(call.segment("rule"))) {
            throw Refused.notFound("there is no such rule");
        }
        return Future.succeededFuture(Reply.done());
    }

    private Future<Reply<Nothing>> release(Call<Nothing, Release> call) {
        long message = message(call);
        return done(call.body()
                .text()
                .map(text -> interceptor.release(message, text))
                .orElseGet(() -> interceptor.release(message)));
    }

    private static Future<Reply<Nothing>> done(boolean found) {
        if (!found) {
            throw Refused.notFound("no such message is held; it may have been let go");
        }
        return Future.succeededFuture(Reply.done());
    }

    private static long message(Call<?, ?> call) {
        String id = call.segment("message");
        if (!id.matches("\\d{1,15}")) {
            throw Refused.notFound("no such message is held; it is named by a number");
        }
        return Long.parseLong(id);
    }

    private HeldList held() {
        return new HeldList(interceptor.held().stream()
                .map(message -> new Held(
                        message.id(),
                        message.rule(),
                        message.stationId(),
                        Rules.spelled(message.way()),
                        message.action(),
                        message.text(),
                        message.since()))
                .toList());
    }

    private static RuleView view(Interceptor.Use use) {
        return new RuleView(use.rule().id(), use.applied(), Rules.view(use.rule()));
    }
}
