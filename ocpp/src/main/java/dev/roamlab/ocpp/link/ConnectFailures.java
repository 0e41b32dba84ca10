package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.link.ConnectFailure.Kind;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.NotSslRecordException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.UpgradeRejectedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/** Finds out what went wrong when a connection could not be made. */
final class ConnectFailures {
    private final StationAddress address;
    private final List<String> subprotocols;

    ConnectFailures(StationAddress address, List<String> subprotocols) {
        this.address = address;
        this.subprotocols = subprotocols;
    }

    /** @param late whether the time for connecting was over by then */
    ConnectFailure explain(Throwable failure, boolean late) {
        if (failure instanceof ConnectFailure known) {
            return known;
        } else if (failure instanceof UpgradeRejectedException rejected) {
            return status(rejected.getStatus());
        }
        List<Throwable> causes = causes(failure);
        return network(causes, late)
                .or(() -> tls(causes))
                .or(() -> answer(causes))
                .orElseGet(() ->
                        failure(Kind.OTHER, "no connection: " + words(failure), "the log at level debug may say more"));
    }

    ConnectFailure noSubprotocol() {
        return failure(
                Kind.SUBPROTOCOL,
                "the CSMS chose none of the subprotocols offered: " + String.join(", ", subprotocols),
                "offer a version of OCPP that it speaks");
    }

    private Optional<ConnectFailure> network(List<Throwable> causes, boolean late) {
        if (has(causes, UnknownHostException.class::isInstance)) {
            return found(Kind.NAME_NOT_FOUND, "there is no host of that name", "check the URL, and the name service");
        } else if (late
                || has(
                        causes,
                        cause -> cause instanceof ConnectTimeoutException || cause instanceof TimeoutException)) {
            return found(
                    Kind.TIMED_OUT,
                    "no answer in time",
                    "check host and port, and whether a firewall stands in between");
        } else if (has(causes, cause -> cause instanceof NoRouteToHostException || says(cause, "unreachable"))) {
            return found(
                    Kind.UNREACHABLE, "no way leads to that host", "check the address, and this machine's network");
        } else if (has(causes, ConnectException.class::isInstance)) {
            return found(Kind.REFUSED, "nobody listens on that port", "start the CSMS, or check the port");
        }
        return Optional.empty();
    }

    private Optional<ConnectFailure> tls(List<Throwable> causes) {
        if (has(causes, cause -> cause instanceof NotSslRecordException || says(cause, "plaintext connection"))) {
            return found(Kind.NO_TLS, "TLS was spoken, and plain HTTP came back", "take ws://, or the port for TLS");
        } else if (has(causes, cause -> says(cause, "fatal alert"))) {
            return Optional.of(alert(causes));
        }
        Optional<Throwable> distrust = causes.stream()
                .filter(cause -> cause instanceof CertificateException || cause instanceof CertPathValidatorException)
                .reduce((outer, inner) -> inner);
        if (distrust.isPresent()) {
            return Optional.of(distrusted(distrust.get()));
        }
        Optional<Throwable> other =
                causes.stream().filter(SSLException.class::isInstance).reduce((outer, inner) -> inner);
        return other.map(cause ->
                failure(Kind.TLS, "no common ground in TLS: " + words(cause), "TLS 1.2 and 1.3 are spoken here"));
    }

    private ConnectFailure alert(List<Throwable> causes) {
        String alert = causes.stream()
                .map(ConnectFailures::words)
                .filter(words -> words.contains("fatal alert"))
                .map(words -> words.substring(words.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
        if (alert.contains("certificate") || alert.equals("unknown_ca") || alert.equals("access_denied")) {
            return failure(
                    Kind.CERTIFICATE_REJECTED,
                    "the CSMS rejects the station's certificate, or the lack of one (TLS alert " + alert + ")",
                    "show a certificate of an authority that the CSMS trusts, with the station's id as common name");
        }
        return failure(Kind.TLS, "the CSMS broke TLS off with alert " + alert, "TLS 1.2 and 1.3 are spoken here");
    }

    private ConnectFailure distrusted(Throwable why) {
        boolean wrongName = says(why, "subject alternative") || says(why, "No name matching");
        return wrongName
                ? failure(
                        Kind.NOT_TRUSTED,
                        "the CSMS's certificate is for another host: " + words(why),
                        "use the name in the certificate, or have one made for this name")
                : failure(
                        Kind.NOT_TRUSTED,
                        "the CSMS's certificate is not trusted: " + words(why),
                        "trust the root that has signed it, given as a PEM file");
    }

    private Optional<ConnectFailure> answer(List<Throwable> causes) {
        if (has(causes, cause -> says(cause, "subprotocol"))) {
            return Optional.of(noSubprotocol());
        } else if (has(causes, cause -> says(cause, "invalid version format") || says(cause, "HTTP/"))) {
            return Optional.of(noHttp());
        } else if (has(causes, ConnectFailures::isEnd)) {
            return found(
                    Kind.CUT_OFF,
                    "the CSMS closed the connection before it stood",
                    address.secure()
                            ? "its log may say why; a CSMS that wants a client certificate and gets none, or a wrong one,"
                                    + " may do so"
                            : "its log may say why; a port that speaks TLS may do so, too: then take wss://");
        }
        return Optional.empty();
    }

    private ConnectFailure noHttp() {
        return failure(
                Kind.NO_HTTP,
                "what came back is no HTTP",
                address.secure() ? "check the port" : "check the port; if it speaks TLS, take wss://");
    }

    private ConnectFailure status(int status) {
        String what = "the CSMS answered HTTP " + status;
        return switch (status) {
            case 401 ->
                failure(
                        Kind.UNAUTHORIZED,
                        what,
                        address.password().isPresent()
                                ? "the password is wrong, or not the one of this station"
                                : "it wants a password");
            case 403 -> failure(Kind.FORBIDDEN, what, "it knows the station, and does not let it in this way");
            case 404 ->
                failure(Kind.NOT_FOUND, what, "check the path of the URL, and whether the CSMS knows this station");
            case 301, 302, 303, 307, 308 ->
                failure(Kind.HTTP_STATUS, what, "the CSMS is elsewhere, and stations do not follow: take its real URL");
            case 400, 426 ->
                failure(Kind.HTTP_STATUS, what, "that place does not speak WebSocket, or wants another subprotocol");
            // What Netty makes of an answer that it cannot read.
            case 999 -> noHttp();
            default ->
                failure(
                        Kind.HTTP_STATUS,
                        what,
                        status >= 500 ? "it failed, and its log may say why" : "WebSocket wants HTTP 101");
        };
    }

    private Optional<ConnectFailure> found(Kind kind, String what, String wayOut) {
        return Optional.of(failure(kind, what, wayOut));
    }

    private ConnectFailure failure(Kind kind, String what, String wayOut) {
        return new ConnectFailure(kind, address.url(), what, wayOut);
    }

    private static boolean isEnd(Throwable cause) {
        return cause instanceof HttpClosedException
                || cause instanceof ClosedChannelException
                || says(cause, "Connection was closed")
                || says(cause, "Connection closed")
                || cause instanceof IOException && says(cause, "reset");
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        Throwable cause = failure;
        while (cause != null && !causes.contains(cause)) {
            causes.add(cause);
            cause = cause.getCause();
        }
        return causes;
    }

    private static boolean has(List<Throwable> causes, Predicate<Throwable> test) {
        return causes.stream().anyMatch(test);
    }

    private static boolean says(Throwable cause, String words) {
        return words(cause).contains(words);
    }

    private static String words(Throwable cause) {
        return Optional.ofNullable(cause.getMessage())
                .orElseGet(() -> cause.getClass().getSimpleName());
    }
}
