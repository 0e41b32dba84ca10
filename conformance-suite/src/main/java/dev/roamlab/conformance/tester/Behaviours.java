package dev.roamlab.conformance.tester;

import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import java.util.Map;

/** Which interface of a platform answers a request. */
final class Behaviours {
    private static final Behaviour NONE = incoming -> {
        throw Refused.notFound(incoming.uri().getPath());
    };

    private final Map<String, Behaviour> common;
    private final Map<String, Behaviour> senders;
    private final Map<String, Behaviour> receivers;

    Behaviours(Counterpart counterpart) {
        common = Map.of(
                "versions", new VersionsPage(),
                "version_details", new DetailsPage(),
                "credentials", new CredentialsPage(counterpart),
                "callback", new CommandsSender());
        senders = Map.of(
                "locations", new LocationsSender(),
                "tariffs", new ListOnlySender(false),
                "sessions", new SessionsSender(),
                "cdrs", new ListOnlySender(false),
                "tokens", new TokensSender());
        receivers = Map.of(
                "locations", new LocationsReceiver(),
                "tariffs", new ObjectReceiver(false, true),
                "sessions", new SessionsReceiver(),
                "tokens", new TokensReceiver(),
                "cdrs", new CdrsReceiver(),
                "commands", new CommandsReceiver(counterpart));
    }

    Behaviour of(Incoming incoming) {
        String module = incoming.module();
        if (common.containsKey(module)) {
            return common.get(module);
        }
        Side side = incoming.target().flatMap(Target::side).orElse(Side.SENDER);
        Platform platform = incoming.platform();
        boolean offered =
                platform.setup().modules().contains(module) && platform.role().owns(module) == (side == Side.SENDER);
        return offered ? (side == Side.SENDER ? senders : receivers).getOrDefault(module, NONE) : NONE;
    }
}
