package dev.roamlab.cpo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.node.TestLab;
import dev.roamlab.node.TestLab.TestNode;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.cdrs.Cdrs;
import dev.roamlab.ocpi.commands.CommandResponse;
import dev.roamlab.ocpi.commands.CommandResult;
import dev.roamlab.ocpi.commands.CommandResultType;
import dev.roamlab.ocpi.commands.Commands;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Call;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.http.PartnerClient;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Locations;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.sessions.Sessions;
import dev.roamlab.ocpi.tariffs.Tariffs;
import dev.roamlab.ocpi.tokens.AllowedType;
import dev.roamlab.ocpi.tokens.AuthorizationInfo;
import dev.roamlab.ocpi.tokens.LocationReferences;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.Tokens;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.Url;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** An eMSP of a bare platform, which writes down what it is told and answers as a test wants. */
final class FakeEmsp {
    final TestNode node;
    final List<Push> pushes = new CopyOnWriteArrayList<>();
    final List<Call<LocationReferences>> questions = new CopyOnWriteArrayList<>();
    final List<Document<Cdr>> cdrs = new CopyOnWriteArrayList<>();
    final List<CommandResultType> results = new CopyOnWriteArrayList<>();
    final List<String> resultUrls = new CopyOnWriteArrayList<>();
    volatile Function<Call<LocationReferences>, Answer<AuthorizationInfo>> authorization = call -> {
        throw OcpiException.unknownToken("never heard of");
    };
    volatile Supplier<Optional<OcpiException>> cdrTrouble = Optional::empty;
    volatile Supplier<Optional<OcpiException>> patchTrouble = Optional::empty;
    volatile boolean knowsNoEvse;
    volatile boolean refusesEvses;
    private Optional<Partner> cpo = Optional.empty();

    /** One push: such as {@code PATCH sessions}, where to, and what. */
    record Push(String operation, Map<String, String> path, JsonNode body) {}

    FakeEmsp(TestLab lab, String name, String country, String party) throws Exception {
        node = lab.node(name, Role.EMSP, country, party);
        serve(Locations.PUT);
        serve(Locations.PUT_EVSE);
        serve(Locations.PATCH);
        serve(Locations.PATCH_EVSE);
        serve(Locations.PATCH_CONNECTOR);
        node.platform().server().serve(Locations.GET_EVSE, call -> {
            pushes.add(new Push("GET locations", call.path(), dev.roamlab.ocpi.json.Json.object()));
            throw OcpiException.notFound("never heard of");
        });
        serve(Tariffs.PUT);
        serve(Tariffs.DELETE);
        serve(Sessions.PUT);
        serve(Sessions.PATCH);
        node.platform().server().serve(Cdrs.POST, this::take);
        node.platform().server().serve(Commands.RESULT, this::take);
        node.platform().server().serve(Tokens.AUTHORIZE, call -> {
            questions.add(call);
            return Future.succeededFuture(authorization.apply(call));
        });
    }

    private <B extends Record> void serve(Operation<B, Nothing> operation) {
        node.platform().server().serve(operation, call -> {
            if (operation == (Object) Sessions.PATCH && patchTrouble.get().isPresent()) {
                pushes.add(push(operation, call, "refused "));
                throw patchTrouble.get().get();
            }
            pushes.add(push(operation, call, ""));
            if (operation == (Object) Locations.PATCH_EVSE && knowsNoEvse) {
                throw OcpiException.notFound("never heard of");
            }
            if (operation == (Object) Locations.PATCH_EVSE && refusesEvses) {
                throw OcpiException.invalid("/status: not to our liking");
            }
            return Future.succeededFuture(Answer.done());
        });
    }

    private static <B extends Record> Push push(Operation<B, Nothing> operation, Call<B> call, String prefix) {
        JsonNode body = call.patch()
                .<JsonNode>map(patch -> patch)
                .or(() -> call.body().map(Document::json))
                .orElseGet(dev.roamlab.ocpi.json.Json::object);
        return new Push(prefix + operation.name(), call.path(), body);
    }

    private Future<Answer<Nothing>> take(Call<?> call) {
        Object object = call.object().value();
        if (object instanceof CommandResult result) {
            results.add(result.result());
            resultUrls.add(call.url()
                    + (call.query().isEmpty() ? "" : "?" + call.query().entries()));
            return Future.succeededFuture(Answer.done());
        }
        Optional<OcpiException> trouble = cdrTrouble.get();
        if (trouble.isPresent()) {
            throw trouble.get();
        }
        Cdr cdr = (Cdr) object;
        cdrs.add(Document.of(cdr));
        return Future.succeededFuture(Answer.<Nothing>created().with("Location", "http://127.0.0.1/cdrs/" + cdr.id()));
    }

    /** Registers at a CPO that has invited. */
    void register(CpoNode at, OcpiVersion version) throws Exception {
        CredentialsToken tokenA = new CredentialsToken(
                "invitation-of-" + node.platform().settings().name());
        at.cpo().invite(node.platform().settings().name(), tokenA).await(5, java.util.concurrent.TimeUnit.SECONDS);
        cpo = Optional.of(node.run(
                () -> node.platform().registration().register(new Url(at.cpo().url()), tokenA, List.of(version))));
    }

    private Partner cpo() {
        return cpo.orElseThrow();
    }

    /** Asks the CPO something. */
    <T> T ask(Function<PartnerClient, Future<T>> question) throws Exception {
        return node.run(() -> question.apply(node.platform().calling(cpo())));
    }

    /** Pushes a token. */
    void push(Token token) throws Exception {
        ask(client -> client.call(
                Tokens.PUT,
                Map.of(
                        "country_code", token.countryCode().value(),
                        "party_id", token.partyId().value(),
                        "token_uid", token.uid().value()),
                "type=" + token.type(),
                Document.of(token)));
    }

    /** Sends a command and reads the direct answer. */
    <B extends Record> CommandResponse command(Operation<B, CommandResponse> command, B body) throws Exception {
        return ask(client -> client.call(command, Map.of(), "", Document.of(body))
                        .compose(reply -> client.object(command, reply)))
                .value();
    }

    /** A list at the CPO. */
    <R extends Record> List<Document<R>> list(Operation<Nothing, R> operation, String query) throws Exception {
        List<Document<R>> all = new CopyOnWriteArrayList<>();
        ask(client -> client.pages(operation, query, page -> {
            all.addAll(page.objects());
            return Future.succeededFuture();
        }));
        return all;
    }

    /** Answers questions about tokens with yes, for these EVSEs; none means all that were asked for. */
    void allow(Token token, Optional<String> reference, List<String> evseUids) {
        authorization = call -> Answer.of(new AuthorizationInfo(
                AllowedType.ALLOWED,
                token,
                call.body()
                        .map(where -> new LocationReferences(
                                where.value().locationId(),
                                evseUids.stream().map(CiString::new).toList())),
                reference.map(CiString::new),
                Optional.empty()));
    }

    /** Answers questions about tokens. */
    void say(AllowedType allowed, Token token) {
        authorization = call ->
                Answer.of(new AuthorizationInfo(allowed, token, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** A URL for the result of a command. */
    Url resultUrl(String id) {
        return new Url(node.platform().host().publicUrl() + "/ocpi/"
                + node.platform().settings().name() + "/" + cpo().version().value() + "/commands/" + id);
    }

    /** What was pushed, such as {@code PATCH sessions}. */
    List<Push> pushed(String operation) {
        return pushes.stream()
                .filter(push -> push.operation().equals(operation))
                .toList();
    }
}
