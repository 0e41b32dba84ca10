package dev.roamlab.control.fleets;

import static dev.roamlab.control.http.Tags.FLEETS;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import dev.roamlab.control.events.Event;
import dev.roamlab.control.events.EventBuilder;
import dev.roamlab.control.events.EventType;
import dev.roamlab.control.fleets.DramaView.DramaList;
import dev.roamlab.control.fleets.DramaView.KindView;
import dev.roamlab.control.fleets.DramaView.NewDrama;
import dev.roamlab.control.http.ApiServer;
import dev.roamlab.control.http.Call;
import dev.roamlab.control.http.Operation;
import dev.roamlab.control.http.Operation.Nothing;
import dev.roamlab.control.http.Refused;
import dev.roamlab.control.http.Reply;
import dev.roamlab.control.shape.InvalidValue;
import dev.roamlab.station.drama.DramaKind;
import dev.roamlab.station.drama.DramaNews;
import dev.roamlab.station.drama.Dramas;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Serves drama: what befalls all chargers, or a share of them. */
public final class DramaDesk {
    private static final Operation<Nothing, Nothing, DramaList> LIST = Operation.of(
                    GET, "/dramas", "listDramas", FLEETS)
            .says("Lists the dramas that are not over, and the kinds that there are.", "")
            .answers(DramaList.class);

    private static final Operation<Nothing, NewDrama, DramaView> BEGIN = Operation.of(
                    POST, "/dramas", "startDrama", FLEETS)
            .says(
                    "Lets a drama befall the chargers.",
                    "`DramaStarted`, `DramaProgressed` and `DramaEnded` tell how it goes.")
            .taking(NewDrama.class)
            .answers(201, DramaView.class);

    private static final Operation<Nothing, Nothing, Nothing> END = Operation.of(
                    DELETE, "/dramas/{drama}", "endDrama", FLEETS)
            .says("Ends a drama before its time; those whom it struck recover.", "")
            .refuses(404, "There is no such drama, or it is over.");

    private final Dramas dramas;

    /** For the dramas of the chargers of one process. */
    public DramaDesk(Dramas dramas) {
        this.dramas = dramas;
    }

    /**
     * Offers the operations.
     *
     * @param tell takes events, from any thread
     * @return ends the telling
     */
    public Runnable serve(ApiServer api, Consumer<EventBuilder> tell) {
        api.serve(LIST, call -> Future.succeededFuture(Reply.of(list())));
        api.serve(BEGIN, this::begin);
        api.serve(END, this::end);
        return dramas.listen(news -> tell.accept(event(news)));
    }

    private DramaList list() {
        return new DramaList(
                dramas.running().stream().map(DramaDesk::view).toList(),
                Arrays.stream(DramaKind.values())
                        .map(kind -> new KindView(kind.id(), kind.title(), String.join(", ", usual(kind))))
                        .toList());
    }

    private static java.util.List<String> usual(DramaKind kind) {
        return kind.usual().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private Future<Reply<DramaView>> begin(Call<Nothing, NewDrama> call) {
        DramaKind kind = kind(call.body().kind());
        Map<String, String> settings = settings(call.body());
        try {
            Dramas.check(kind, settings);
        } catch (IllegalArgumentException refused) {
            throw InvalidValue.of("", String.valueOf(refused.getMessage()));
        }
        DramaView begun = view(dramas.begin(kind, settings));
        return Future.succeededFuture(Reply.of(begun).with("Location", ApiServer.ROOT + "/dramas/" + begun.number()));
    }

    private static DramaKind kind(String id) {
        try {
            return DramaKind.of(id);
        } catch (IllegalArgumentException unknown) {
            throw InvalidValue.of("/kind", String.valueOf(unknown.getMessage()));
        }
    }

    private static Map<String, String> settings(NewDrama wanted) {
        Map<String, String> settings = new LinkedHashMap<>();
        wanted.share().ifPresent(share -> settings.put("share", plain(share)));
        wanted.percent().ifPresent(percent -> settings.put("percent", plain(percent)));
        wanted.lasts().ifPresent(lasts -> settings.put("lasts", lasts));
        wanted.by().ifPresent(by -> settings.put("by", by));
        wanted.delay().ifPresent(delay -> settings.put("delay", delay));
        wanted.errorCode().ifPresent(code -> settings.put("code", code.name()));
        return settings;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private Future<Reply<Nothing>> end(Call<Nothing, Nothing> call) {
        String number = call.segment("drama");
        if (!number.matches("\\d{1,9}") || !dramas.end(Integer.parseInt(number))) {
            throw Refused.notFound("there is no such drama, or it is over");
        }
        return Future.succeededFuture(Reply.done());
    }

    private static DramaView view(DramaNews news) {
        return new DramaView(
                news.number(),
                news.kind().id(),
                news.phase(),
                news.begun(),
                news.lasted().toMillis() / 1000.0,
                news.affected(),
                news.recovered());
    }

    private static EventBuilder event(DramaNews news) {
        EventType type = switch (news.phase()) {
            case STRIKES -> EventType.DRAMA_STARTED;
            case RECOVERING -> EventType.DRAMA_PROGRESSED;
            case OVER -> EventType.DRAMA_ENDED;
        };
        return Event.of(type).detail(Optional.of(news.sentence()));
    }
}
