package dev.roamlab.node.faults;

import static dev.roamlab.node.faults.Answers.answer;
import static dev.roamlab.node.faults.Answers.data;
import static dev.roamlab.node.faults.Answers.dataReplaced;
import static dev.roamlab.node.faults.Answers.statusCode;
import static dev.roamlab.node.faults.Edits.change;
import static dev.roamlab.node.faults.Edits.drop;
import static dev.roamlab.node.faults.Edits.put;
import static dev.roamlab.node.faults.Edits.rename;
import static dev.roamlab.node.faults.FaultDraft.sent;
import static dev.roamlab.node.faults.FaultDraft.served;
import static dev.roamlab.node.faults.Values.json;
import static dev.roamlab.node.faults.Values.moved;
import static dev.roamlab.node.faults.Values.quoted;
import static dev.roamlab.node.faults.Values.text;

import dev.roamlab.ocpi.http.Headers;
import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.json.Json;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can be wrong with commands, their answers and their results. */
final class CommandFaults {
    private static final String COMMANDS = "commands";

    private CommandFaults() {}

    static List<Fault> list() {
        return Stream.of(answers(), results(), bodies(), callbacks())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> answers() {
        return List.of(
                cpo("CMD-unknown-answer", "The result in the answer to a command is not defined")
                        .breaks("CMD-072", "CMD-030")
                        .by(data(change("result", text("OK")))),
                cpo("CMD-no-timeout", "The answer to a command has no timeout")
                        .breaks("CMD-030", "TYP-043")
                        .by(data(drop("timeout"))),
                cpo("CMD-timeout-in-quotes", "The timeout is in quotes")
                        .breaks("CMD-030", "TYP-025")
                        .by(data(change("timeout", quoted()))),
                cpo("CMD-no-result", "The answer to a command has no result")
                        .breaks("CMD-030", "TYP-043")
                        .by(data(drop("result"))),
                cpo("CMD-answer-in-list", "The answer to a command is in a list")
                        .breaks("CMD-018", "TRN-078")
                        .by(dataReplaced(answer -> Json.array().add(answer))),
                cpo("CMD-no-answer-data", "The answer to a command has no data")
                        .breaks("CMD-018", "STC-012")
                        .by(answer(answer -> Messages.edited(answer, drop("data")))),
                cpo("CMD-message-as-text", "The message in the answer to a command is a text")
                        .breaks("CMD-031", "TYP-022")
                        .by(data(put("message", "wait"))),
                cpo("CMD-unknown-location-accepted", "A command for an unknown Location is accepted")
                        .breaks("CMD-005", "CMD-071", "STC-023")
                        .by(acceptedWhere(answer -> StatusCodeFaults.hasCode(answer, 2003))),
                cpo("CMD-unknown-location-is-2001", "A command for an unknown Location is answered with 2001")
                        .breaks("CMD-005", "STC-023")
                        .by(statusCode(2003, 2001)),
                command("STOP_SESSION", "CMD-unknown-session-accepted", "A command for an unknown Session is accepted")
                        .breaks("CMD-073")
                        .by(acceptedWhere(answer -> answer.body().toString().contains("UNKNOWN_SESSION"))),
                command(
                                "STOP_SESSION",
                                "CMD-unknown-session-is-404",
                                "A command for an unknown Session is answered with HTTP 404")
                        .breaks("CMD-073")
                        .by(answer(answer -> answer.body().toString().contains("UNKNOWN_SESSION")
                                ? answer.withStatus(404)
                                : answer)),
                cpo("CMD-unknown-command-crashes", "An unknown command is answered with HTTP 500")
                        .breaks("CMD-015")
                        .by(answer(answer ->
                                answer.status() == 404 || answer.status() == 405 ? answer.withStatus(500) : answer)),
                command("START_SESSION", "CMD-no-start", "START_SESSION is answered with HTTP 404")
                        .breaks("CMD-013")
                        .by(answer(answer -> answer.withStatus(404).withBody(Buffer.buffer("Not Found")))),
                command(
                                "START_SESSION",
                                "CMD-incomplete-accepted",
                                "A START_SESSION without a required field is accepted")
                        .breaks("CMD-017", "CMD-055")
                        .by(acceptedWhere(answer -> StatusCodeFaults.hasCode(answer, 2001))),
                command(
                                "UNLOCK_CONNECTOR",
                                "CMD-incomplete-unlock-accepted",
                                "An UNLOCK_CONNECTOR without a connector is accepted")
                        .breaks("CMD-070")
                        .by(acceptedWhere(answer -> StatusCodeFaults.hasCode(answer, 2001))),
                cpo("CMD-result-at-once", "A command is answered with the result of the station")
                        .breaks("CMD-003", "CMD-030", "CMD-018")
                        .by(data(drop("timeout").then(put("message", json("[]"))))));
    }

    private static List<Fault> results() {
        return List.of(
                result("CMD-result-never", "The result of a command is never posted")
                        .breaks("CMD-004")
                        .by(Behaviours.neverSent()),
                result("CMD-result-twice", "The result of a command is posted twice")
                        .breaks("CMD-004", "TRN-127")
                        .by(Behaviours.twice()),
                result("CMD-result-elsewhere", "The result of a command is posted to another URL")
                        .breaks("CMD-022", "CMD-012", "CMD-004")
                        .by(Requests.url(Urls.followedBy("/result"))),
                result("CMD-result-without-query", "The result is posted to the URL without its query")
                        .breaks("CMD-022", "CMD-012", "CMD-004")
                        .by(Requests.url(url -> url.replaceFirst("\\?.*$", ""))),
                result("CMD-result-without-authorization", "The result of a command is posted without a token")
                        .breaks("CMD-024", "TRN-004", "CMD-004")
                        .by(Requests.withoutHeaders(Headers.AUTHORIZATION)),
                result("CMD-unknown-result", "The result of a command is not defined")
                        .breaks("CMD-076", "CMD-035")
                        .by(Requests.body(change("result", text("OK")))),
                result("CMD-result-in-envelope", "The result of a command is in an envelope")
                        .breaks("CMD-025", "CMD-035")
                        .by(Requests.request(request -> Messages.json(request.body())
                                .map(body -> request.withBody(Buffer.buffer(Json.write(
                                        Json.object().put("status_code", 1000).set("data", body)))))
                                .orElse(request))),
                result("CMD-result-message-as-text", "The message of a result is a text")
                        .breaks("CMD-035", "TYP-022", "TYP-047")
                        .by(Requests.body(put("message", "done"))),
                result("CMD-result-called-status", "The result of a command is called status")
                        .breaks("CMD-025", "CMD-035", "TYP-043")
                        .by(Requests.body(rename("result", "status"))));
    }

    private static List<Fault> bodies() {
        return List.of(
                ask("START_SESSION", "CMD-start-without-location", "A START_SESSION has no location")
                        .breaks("CMD-054", "CMD-016")
                        .by(Requests.body(drop("location_id"))),
                ask("START_SESSION", "CMD-start-with-uid-only", "The token of a START_SESSION is its uid alone")
                        .breaks("CMD-054", "TOK-061", "CMD-016")
                        .by(Requests.body(change("token", token -> token.path("uid")))),
                ask(
                                "START_SESSION",
                                "CMD-start-of-contractless-token",
                                "The token of a START_SESSION has no contract id")
                        .breaks("CMD-054", "TOK-061")
                        .by(Requests.body(drop("token.contract_id"))),
                ask("START_SESSION", "CMD-connector-without-evse", "A START_SESSION names a connector and no EVSE")
                        .breaks("CMD-058")
                        .by(Requests.body(drop("evse_uid").then(put("connector_id", "1")))),
                ask("START_SESSION", "CMD-relative-response-url", "The response_url is relative")
                        .breaks("TYP-040", "CMD-054")
                        .by(Requests.body(change("response_url", VersionsFaults.relative()))),
                ask(
                                "START_SESSION",
                                "CMD-body-of-another-command",
                                "The body of a START_SESSION is that of a STOP_SESSION")
                        .breaks("CMD-016", "CMD-054")
                        .by(Requests.body(
                                drop("token").then(drop("location_id")).then(put("session_id", "1")))),
                ask("STOP_SESSION", "CMD-stop-without-session", "A STOP_SESSION names no session")
                        .breaks("CMD-068", "CMD-016")
                        .by(Requests.body(drop("session_id"))),
                ask("UNLOCK_CONNECTOR", "CMD-unlock-without-connector", "An UNLOCK_CONNECTOR names no connector")
                        .breaks("CMD-069", "CMD-016")
                        .by(Requests.body(drop("connector_id"))),
                ask("RESERVE_NOW", "CMD-reserve-without-expiry", "A RESERVE_NOW does not say until when")
                        .breaks("CMD-036", "CMD-052", "CMD-016")
                        .by(Requests.body(drop("expiry_date"))),
                ask("RESERVE_NOW", "CMD-local-expiry", "The expiry of a RESERVE_NOW is local time, two hours behind")
                        .breaks("CMD-052")
                        .by(Requests.body(change("expiry_date", moved(Duration.ofHours(-2))))),
                ask("CANCEL_RESERVATION", "CMD-cancels-another", "A CANCEL_RESERVATION has another id than RESERVE_NOW")
                        .breaks("CMD-027")
                        .by(Requests.body(change("reservation_id", text("ANOTHER")))),
                sent("CMD-one-response-url", "All commands have the same response_url")
                        .emsp()
                        .on("POST", COMMANDS)
                        .needs("send-command")
                        .breaks("CMD-023")
                        .by(Requests.body(change(
                                "response_url",
                                url -> json("\"" + url.asText().replaceFirst("[^/]+$", "one") + "\"")))));
    }

    private static List<Fault> callbacks() {
        return List.of(
                served("CMD-result-refused", "The result of a command is answered with HTTP 404")
                        .emsp()
                        .on("POST", COMMANDS)
                        .needs("send-command")
                        .breaks("CMD-021")
                        .by(Answers.httpStatus(200, 404)),
                served("CMD-timeout-result-refused", "A result other than ACCEPTED is refused")
                        .emsp()
                        .on("POST", COMMANDS)
                        .where(request -> !request.body().toString().contains("\"ACCEPTED\""))
                        .needs("send-command")
                        .breaks("CMD-076", "CMD-021")
                        .by(answer(answer -> Behaviours.refusal(answer, 2001, "result: not ACCEPTED"))));
    }

    /** Refusals are turned into acceptances. */
    private static Advice acceptedWhere(Predicate<WireAnswer> refusal) {
        return answer(answer -> refusal.test(answer) ? accepted(answer) : answer);
    }

    private static WireAnswer accepted(WireAnswer answer) {
        return Messages.edited(answer, Edits.each("", envelope -> {
                    envelope.put("status_code", 1000).put("status_message", "Success");
                    envelope.putObject("data").put("result", "ACCEPTED").put("timeout", 30);
                }))
                .withStatus(200);
    }

    private static FaultDraft cpo(String name, String title) {
        return served(name, title).cpo().on("POST", COMMANDS);
    }

    private static FaultDraft command(String command, String name, String title) {
        return cpo(name, title).where(request -> request.path().equals(List.of(command)));
    }

    private static FaultDraft result(String name, String title) {
        return sent(name, title).cpo().on("POST", COMMANDS);
    }

    private static FaultDraft ask(String command, String name, String title) {
        return sent(name, title)
                .emsp()
                .on("POST", COMMANDS)
                .where(request -> request.url().contains("/" + command))
                .needs("send-command");
    }
}
