package dev.roamlab.scenarios.operator;

import dev.roamlab.emsp.EmspNode;
import dev.roamlab.emsp.EmspNode.Sync;
import dev.roamlab.emsp.tokens.Contract;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.Platform;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.types.Party;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/** Our eMSP with tokens of every kind. */
record SelfEmsp(Vertx vertx, String deployment, Platform platform, OperatorDesk desk) implements SelfSubject.Self {
    private static final Party PARTY = Party.parse("NL-VOL");

    static Future<SelfEmsp> start(Vertx vertx, LabContext lab, SelfSettings settings) {
        EmspNode node = new EmspNode(
                SelfSubject.node(settings, "emsp", PARTY, "Voltura").build(), lab, Sync.ON_REGISTRATION);
        SeedFile seed = new SeedFile(lab.clock().instant());
        List<Document<Contract>> contracts = seed.read("contracts.yaml", Contract.class);
        List<Document<Token>> tokens = seed.read("tokens.yaml", Token.class, PARTY);
        return vertx.deployVerticle(node)
                .compose(deployment -> node.ask(parts -> Future.all(contracts.stream()
                                        .map(contract -> parts.drivers().sign(contract.value()))
                                        .toList())
                                .compose(signed -> Future.all(tokens.stream()
                                        .map(token -> parts.drivers().issue(token.value()))
                                        .toList()))
                                .map(issued -> parts.platform()))
                        .compose(platform -> Operator.of(vertx, settings.operatorPort(), node)
                                .map(desk -> new SelfEmsp(vertx, deployment, platform, desk)))
                        .recover(
                                failure -> vertx.undeploy(deployment).transform(gone -> Future.failedFuture(failure))));
    }

    @Override
    public Future<Void> close() {
        return vertx.undeploy(deployment);
    }
}
