package dev.roamlab.control.chargers;

import dev.roamlab.control.http.ApiServer;
import dev.roamlab.control.http.Call;
import dev.roamlab.control.http.Operation.Nothing;
import dev.roamlab.control.http.Reply;
import dev.roamlab.control.shape.InvalidValue;
import dev.roamlab.station.fleet.SimulatedStation;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Pages of chargers. A page looks at a bounded number of them, however few fit: nobody else waits for a rare one. */
final class ChargerList {
    private static final int USUAL = 100;
    private static final int MOST_LOOKED_AT = 20_000;

    private final Roll roll;
    private final Views views;

    ChargerList(Roll roll, Views views) {
        this.roll = roll;
        this.views = views;
    }

    Future<Reply<ChargerPage>> page(Call<ChargerQuery, Nothing> call) {
        ChargerQuery query = call.query();
        int limit = query.limit().orElse(USUAL);
        List<Charger> shown = new ArrayList<>();
        String last = query.cursor().map(ChargerList::decoded).orElse("");
        int looked = 0;
        boolean more = false;
        String from = last.isEmpty() ? query.idPrefix().orElse("") : last;
        for (var entry : roll.after(from, last.isEmpty()).entrySet()) {
            if (query.idPrefix()
                    .filter(prefix -> !entry.getKey().startsWith(prefix))
                    .isPresent()) {
                break;
            }
            if (shown.size() == limit || looked++ == MOST_LOOKED_AT) {
                more = true;
                break;
            }
            last = entry.getKey();
            if (entry.getValue().isGone()) {
                roll.strike(last);
            } else if (fits(query, entry.getValue())) {
                shown.add(views.charger(entry.getValue()));
            }
        }
        Optional<String> next = more ? Optional.of(encoded(last)) : Optional.empty();
        Reply<ChargerPage> reply = Reply.of(new ChargerPage(shown, roll.size(), next));
        return Future.succeededFuture(
                next.map(cursor -> reply.with("Link", link(query, cursor))).orElse(reply));
    }

    private static boolean fits(ChargerQuery query, SimulatedStation station) {
        return query.group().filter(group -> !group.equals(station.group())).isEmpty()
                && query.type()
                        .filter(type -> !type.equals(station.spec().model().id()))
                        .isEmpty()
                && query.connection()
                        .filter(connection -> connection != Views.connection(station))
                        .isEmpty();
    }

    private static String link(ChargerQuery query, String cursor) {
        StringBuilder url = new StringBuilder(ApiServer.ROOT + "/chargers?cursor=" + cursor);
        query.limit().ifPresent(limit -> url.append("&limit=").append(limit));
        query.group().ifPresent(group -> url.append("&group=").append(escaped(group)));
        query.type().ifPresent(type -> url.append("&type=").append(escaped(type)));
        query.connection().ifPresent(connection -> url.append("&connection=").append(word(connection)));
        query.idPrefix().ifPresent(prefix -> url.append("&idPrefix=").append(escaped(prefix)));
        return "<" + url + ">; rel=\"next\"";
    }

    private static String word(ConnectionState connection) {
        return switch (connection) {
            case DISCONNECTED -> "Disconnected";
            case CONNECTED -> "Connected";
            case ACCEPTED -> "Accepted";
        };
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noCursor) {
            throw InvalidValue.of("cursor", "is none that we gave; begin again without it");
        }
    }
}
