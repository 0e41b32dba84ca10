package dev.roamlab.cpo.tokens;

import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.tokens.Token;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tokens that came with commands, by the station they were sent to. Used on the node's event loop only. */
public final class CommandGrants {
    private static final int MOST = 1_000_000;
    private static final int ID_TAG_LENGTH = 20; // what OCPP 1.6 can carry

    private final ObjectCollection<CommandGrant> stored;
    private final Map<String, CommandGrant> byStation = new HashMap<>();

    private CommandGrants(ObjectCollection<CommandGrant> stored) {
        this.stored = stored;
    }

    /** Loads what was there before. */
    public static Future<CommandGrants> open(ObjectCollection<CommandGrant> stored) {
        CommandGrants grants = new CommandGrants(stored);
        return stored.first(MOST, "")
                .onSuccess(all -> all.forEach(grant -> grants.byStation.put(key(grant.value()), grant.value())))
                .map(grants);
    }

    /** Remembers a token that came with a command; a later command replaces it. */
    public Future<Void> add(CommandGrant grant) {
        byStation.put(key(grant), grant);
        return stored.put(key(grant), "", grant.lastUpdated(), Document.of(grant))
                .mapEmpty();
    }

    /** The token that a station knows by this id tag, if it came with a command. */
    public Optional<CommandGrant> find(String stationId, String idTag) {
        return Optional.ofNullable(byStation.get(key(stationId, idTag)));
    }

    /** What a station gets to know a token by: its uid, or for one that is too long something that stands for it. */
    public static String idTag(Token token) {
        String uid = token.uid().value();
        return uid.length() <= ID_TAG_LENGTH ? uid : digest(uid).substring(0, ID_TAG_LENGTH);
    }

    private static String digest(String uid) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] folded = uid.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().withUpperCase().formatHex(sha256.digest(folded));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String key(CommandGrant grant) {
        return key(grant.stationId(), grant.idTag());
    }

    private static String key(String stationId, String idTag) {
        return stationId + "/" + idTag.toLowerCase(Locale.ROOT);
    }
}
