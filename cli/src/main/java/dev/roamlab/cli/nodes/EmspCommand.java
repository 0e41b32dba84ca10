package dev.roamlab.cli.nodes;

import dev.roamlab.cli.nodes.LoneNode.Started;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.emsp.EmspNode;
import dev.roamlab.emsp.EmspNode.Sync;
import dev.roamlab.emsp.tokens.Contract;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenBuilder;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.scenarios.operator.Operator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the eMSP alone. */
@Command(
        name = "emsp",
        description = "Run the eMSP alone, as a partner for a CPO platform of yours.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  roamlab emsp",
            "  roamlab emsp --register https://cpo.example/ocpi/versions --token-a TOKEN --party NL-TNM",
            "  roamlab emsp --card 04A3F219C6D180 --store data"
        })
public final class EmspCommand implements Callable<Integer> {
    private static final String USUAL_CARD = "04A3F219C6D180";

    private final CommandContext context;

    @Mixin
    private final NodeOptions options = new NodeOptions();

    @Option(
            names = "--card",
            paramLabel = "UID",
            description = "A driver's RFID card that may charge; repeatable (default: " + USUAL_CARD + ").")
    private List<String> cards = new ArrayList<>();

    /** The command in its context. */
    public EmspCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        NodeSettings settings = options.settings("emsp", Role.EMSP, 8000, "NL-VOL", "Voltura");
        return LoneNode.run(context, options, (vertx, lab) -> start(vertx, lab, settings));
    }

    private Future<Started> start(Vertx vertx, LabContext lab, NodeSettings settings) {
        EmspNode node = new EmspNode(settings, lab, Sync.ON_REGISTRATION);
        List<String> uids = cards.isEmpty() ? List.of(USUAL_CARD) : cards;
        return vertx.deployVerticle(node)
                .compose(deployed -> node.ask(parts -> Future.all(uids.stream()
                                .map(uid ->
                                        issue(parts, settings, uid, lab.clock().instant()))
                                .toList())
                        .map(issued -> parts.platform())))
                .compose(platform -> options.operator()
                        .open(0, port -> Operator.of(vertx, port, node))
                        .map(desk -> new Started(platform, desk)));
    }

    private static Future<Token> issue(EmspNode.Parts parts, NodeSettings settings, String uid, Instant now) {
        Party party = settings.party();
        Contract contract = Contract.of(
                party.countryCode() + "-" + party.partyId() + "-C" + Integer.toUnsignedString(uid.hashCode()),
                "the holder of " + uid,
                now);
        Token token = TokenBuilder.builder()
                .countryCode(party.countryCode())
                .partyId(party.partyId())
                .uid(new CiString(uid))
                .type(TokenType.RFID)
                .contractId(contract.id())
                .issuer(settings.roles().get(0).businessDetails().name())
                .valid(true)
                .whitelist(WhitelistType.ALLOWED_OFFLINE)
                .lastUpdated(now)
                .build();
        return parts.drivers().sign(contract).compose(signed -> parts.drivers().issue(token));
    }
}
