package dev.roamlab.node.faults;

import static dev.roamlab.node.faults.Answers.answer;
import static dev.roamlab.node.faults.Answers.httpStatus;
import static dev.roamlab.node.faults.Answers.statusCode;
import static dev.roamlab.node.faults.FaultDraft.served;

import dev.roamlab.ocpi.http.WireAnswer;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** What can be wrong with HTTP statuses and OCPI status codes. */
final class StatusCodeFaults {
    private static final String PUSHED = "PUT|PATCH";

    private StatusCodeFaults() {}

    static List<Fault> list() {
        return List.of(
                served("STC-broken-json-is-200", "A body that is not JSON is answered with HTTP 200 and 2001")
                        .breaks("STC-001", "STC-002")
                        .by(answer(answer -> answer.status() == 400 ? code(answer.withStatus(200), 2001) : answer)),
                served("STC-broken-json-is-500", "A body that is not JSON is answered with HTTP 500")
                        .breaks("STC-001", "STC-002")
                        .by(httpStatus(400, 500)),
                served("STC-content-error-is-400", "An object that lacks a field is answered with HTTP 400")
                        .on(PUSHED, "functional")
                        .breaks("STC-003", "STC-018", "STC-019")
                        .by(answer(answer -> hasCode(answer, 2001) ? answer.withStatus(400) : answer)),
                served("STC-content-error-crashes", "An object that lacks a field is answered with a stack trace")
                        .on(PUSHED, "functional")
                        .breaks("STC-003", "TRN-081", "STC-018")
                        .by(answer(answer -> hasCode(answer, 2001)
                                ? answer.withStatus(500)
                                        .withBody(Buffer.buffer("java.lang.NullPointerException\n\tat Server.main"))
                                : answer)),
                served("STC-content-error-is-3001", "An object that lacks a field is called the server's fault")
                        .on(PUSHED, "functional")
                        .breaks("STC-010", "STC-018", "STC-019")
                        .by(statusCode(2001, 3001)),
                served("STC-bad-parameter-is-400", "A bad parameter of a list is answered with HTTP 400")
                        .on("GET", "functional")
                        .breaks("STC-004", "STC-021")
                        .by(answer(answer -> hasCode(answer, 2001) ? answer.withStatus(400) : answer)),
                served("STC-missing-is-200", "GET of an object that does not exist succeeds without data")
                        .on("GET", "functional")
                        .breaks("STC-005", "STC-012", "LOC-039", "TOK-021", "SES-040", "TAR-017", "CDR-033")
                        .by(answer(answer -> answer.status() == 404 ? code(answer.withStatus(200), 1000) : answer)),
                served("STC-update-is-201", "An update is answered with HTTP 201")
                        .on(PUSHED, "functional")
                        .breaks("STC-006", "TAR-018", "TOK-027")
                        .by(httpStatus(200, 201)),
                served("STC-creation-is-200", "The creation of an object is answered with HTTP 200")
                        .on("PUT|POST", "functional")
                        .breaks("STC-007", "LOC-048", "CDR-036")
                        .by(httpStatus(201, 200)),
                served("STC-success-is-1001", "Success has the status code 1001")
                        .breaks("STC-016", "STC-009")
                        .by(statusCode(1000, 1001)),
                served("STC-success-is-200", "Success has the status code 200")
                        .breaks("STC-016", "STC-009", "TRN-079")
                        .by(statusCode(1000, 200)),
                served("STC-undefined-code", "What is refused has the status code 2042")
                        .breaks("STC-009")
                        .by(statusCode(2001, 2042)),
                served("STC-custom-range", "Success has a code of the range for custom modules, 1901")
                        .on("*", "functional")
                        .breaks("STC-011", "STC-016", "STC-009")
                        .by(statusCode(1000, 1901)),
                served("STC-success-is-2000", "A correct list is answered with 2000")
                        .on("GET", "functional")
                        .breaks("STC-010", "STC-016")
                        .by(statusCode(1000, 2000)),
                served("STC-no-data", "Success has no data where data is due")
                        .on("GET", "functional")
                        .breaks("STC-012", "TRN-077", "TRN-078")
                        .by(Answers.envelope(Edits.drop("data"))),
                served("STC-unknown-token-is-2001", "An unknown token is answered with HTTP 200 and 2001")
                        .emsp()
                        .on("POST", "tokens")
                        .breaks("STC-024", "TOK-049", "TOK-054")
                        .by(answer(answer -> hasCode(answer, 2004) ? code(answer.withStatus(200), 2001) : answer)),
                served("STC-unknown-version-is-3000", "A partner without a common version is told 3000")
                        .on("POST|PUT", "credentials")
                        .breaks("STC-027")
                        .by(statusCode(3002, 3000)),
                served("STC-cannot-call-back-is-2001", "A partner that cannot be called back is told 2001")
                        .on("POST|PUT", "credentials")
                        .breaks("STC-026", "CRED-020")
                        .by(statusCode(3001, 2001)),
                served("STC-hub-code", "What is refused has a status code of hubs")
                        .on("*", "functional")
                        .breaks("STC-010", "STC-035")
                        .by(statusCode(2001, 4000)));
    }

    static boolean hasCode(WireAnswer answer, int code) {
        return Messages.json(answer.body())
                .filter(envelope -> envelope.path("status_code").asInt() == code)
                .isPresent();
    }

    static WireAnswer code(WireAnswer answer, int code) {
        return Messages.edited(answer, Edits.each("", envelope -> envelope.put("status_code", code)));
    }
}
