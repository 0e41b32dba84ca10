package dev.roamlab.station.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.roamlab.station.replay.Act.Kind;
import dev.roamlab.station.replay.Comparison.Found;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays one station, act by act. Confined to one context. */
final class StationReplay {
    private static final int CALL = 2;
    private static final int RESULT = 3;
    private static final int ERROR = 4;

    private final Vertx vertx;
    private final String station;
    private final Deque<Act> script;
    private final ReplaySettings settings;
    private final ReplayLine line;
    private final Disguise disguise;
    private final Promise<Void> end = Promise.promise();

    final List<Difference> differences = new ArrayList<>();
    int sent;
    int compared;

    /** Answers that have come, by message id. */
    private final Map<String, JsonNode> answers = new HashMap<>();
    /** Calls of the CSMS whose turn has not come. */
    private final List<Asked> asked = new ArrayList<>();
    /** Message ids of the recording, and what they are now. */
    private final Map<String, String> ids = new HashMap<>();

    private Runnable arrival = () -> {};
    private Optional<Act> before = Optional.empty();

    /** A call of the CSMS. */
    private record Asked(String id, String action, JsonNode payload) {}

    StationReplay(Vertx vertx, String station, List<Act> acts, ReplaySettings settings, Duration shift) {
        this.vertx = vertx;
        this.station = station;
        this.script = new ArrayDeque<>(acts);
        this.settings = settings;
        this.disguise = new Disguise(shift);
        this.line = new ReplayLine(vertx, settings, station, this::arrived);
    }

    Future<Void> play() {
        next();
        return end.future().onComplete(done -> line.hangUp());
    }

    /** Not at once: a long recording would be a deep stack. */
    private void next() {
        vertx.runOnContext(ignored -> proceed());
    }

    private void proceed() {
        Optional<Act> due = Optional.ofNullable(script.poll());
        if (due.isEmpty()) {
            asked.forEach(this::refuse);
            end.tryComplete();
            return;
        }
        Act act = due.get();
        long pause = pause(act);
        before = due;
        if (pause > 0) {
            vertx.setTimer(pause, fired -> play(act));
        } else {
            play(act);
        }
    }

    /** Only what the station does itself keeps its pace; the rest comes when it comes. */
    private long pause(Act act) {
        boolean own = act.kind() == Kind.ASK || act.kind() == Kind.CONNECT || act.kind() == Kind.SAY;
        if (!own || before.isEmpty() || Double.isInfinite(settings.speed())) {
            return 0;
        }
        return (long) (Duration.between(before.get().at(), act.at()).toMillis() / settings.speed());
    }

    private void play(Act act) {
        switch (act.kind()) {
            case CONNECT -> line.connect(act.action()).onSuccess(up -> next()).onFailure(end::tryFail);
            case HANG_UP -> line.hangUp().onComplete(down -> next());
            case ASK -> say(frame(CALL).add(act.id()).add(act.action()).add(disguise.on(act.payload())));
            case SAY -> {
                sent++;
                line.send(act.payload().textValue());
                next();
            }
            case ANSWER -> answer(act);
            case BE_ANSWERED -> await(act, () -> beAnswered(act));
            case BE_ASKED -> await(act, () -> beAsked(act));
        }
    }

    private void say(ArrayNode frame) {
        sent++;
        line.send(frame.toString());
        next();
    }

    private void answer(Act act) {
        String id = ids.getOrDefault(act.id(), "");
        if (id.isEmpty()) {
            next(); // the call was never made this time, as has been told
        } else if (act.payload().isArray()) {
            say(frame(ERROR).add(id).addAll((ArrayNode) act.payload()).add(Recording.JSON.createObjectNode()));
        } else {
            say(frame(RESULT).add(id).add(disguise.on(act.payload())));
        }
    }

    /** Waits until something has come, as long as patience lasts. */
    private void await(Act act, java.util.function.BooleanSupplier come) {
        if (come.getAsBoolean()) {
            next();
            return;
        }
        long timer = vertx.setTimer(settings.patience().toMillis(), fired -> {
            arrival = () -> {};
            differ(
                    act,
                    "message",
                    act.kind() == Kind.BE_ASKED ? "a call" : "an answer",
                    "none in " + settings.patience().toSeconds() + " s");
            next();
        });
        arrival = () -> {
            if (come.getAsBoolean()) {
                arrival = () -> {};
                vertx.cancelTimer(timer);
                next();
            }
        };
    }

    private boolean beAnswered(Act act) {
        JsonNode now = answers.getOrDefault(act.id(), MissingNode.getInstance());
        if (now.isMissingNode() && !act.id().isEmpty()) {
            return false;
        }
        if (!act.id().isEmpty()) {
            disguise.learn(act.payload(), now);
            compare(act, now);
        }
        return true;
    }

    private boolean beAsked(Act act) {
        Optional<Asked> call = asked.stream()
                .filter(waiting -> waiting.action().equals(act.action()))
                .findFirst();
        call.ifPresent(waiting -> {
            asked.remove(waiting);
            ids.put(act.id(), waiting.id());
            compare(act, waiting.payload());
        });
        return call.isPresent();
    }

    private void compare(Act act, JsonNode now) {
        compared++;
        for (Found found : Comparison.of(act.payload(), now)) {
            differ(act, found.path(), found.recorded(), found.now());
        }
    }

    private void differ(Act act, String what, String recorded, String now) {
        differences.add(new Difference(station, act.line(), act.action(), what, recorded, now));
    }

    private void arrived(String text) {
        JsonNode frame = Recording.parsed(text);
        String id = frame.path(1).asText("");
        switch (frame.path(0).asInt(0)) {
            case CALL -> asked(new Asked(id, frame.path(2).asText(""), frame.path(3)));
            case RESULT -> answers.put(id, frame.path(2));
            case ERROR ->
                answers.put(
                        id,
                        Recording.JSON
                                .createArrayNode()
                                .add(frame.path(2))
                                .add(frame.path(3).asText("")));
            default -> {}
        }
        arrival.run();
    }

    /** What the recording does not have is refused at once, so that the CSMS need not wait. */
    private void asked(Asked call) {
        boolean comes = arrivesLater(call.action());
        if (comes) {
            asked.add(call);
        } else {
            Act here = before.orElseThrow();
            differences.add(new Difference(station, here.line(), call.action(), "message", "no such call", "a call"));
            refuse(call);
        }
    }

    private boolean arrivesLater(String action) {
        long expected = script.stream().filter(act -> isCall(act, action)).count()
                + before.filter(act -> isCall(act, action) && !ids.containsKey(act.id())).stream()
                        .count();
        long waiting =
                asked.stream().filter(call -> call.action().equals(action)).count();
        return expected > waiting;
    }

    private static boolean isCall(Act act, String action) {
        return act.kind() == Kind.BE_ASKED && act.action().equals(action);
    }

    private void refuse(Asked call) {
        line.send(frame(ERROR)
                .add(call.id())
                .add("NotSupported")
                .add("the recording has no such call")
                .add(Recording.JSON.createObjectNode())
                .toString());
    }

    private static ArrayNode frame(int type) {
        return Recording.JSON.createArrayNode().add(type);
    }
}
