package dev.roamlab.station.fleet;

import dev.roamlab.station.TransferFailure;

/** A server has answered a transfer with something else than success. */
final class TransferFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    TransferFailed(int status) {
        super("HTTP " + status, null, false, false);
        this.status = status;
    }

    /** What a failure of any kind comes to. */
    static TransferFailure why(Throwable failure) {
        if (!(failure instanceof TransferFailed refused)) {
            return TransferFailure.UNREACHABLE;
        }
        return switch (refused.status) {
            case 401, 403 -> TransferFailure.DENIED;
            case 405, 501 -> TransferFailure.UNSUPPORTED;
            default -> refused.status < 500 ? TransferFailure.REFUSED : TransferFailure.SERVER_FAILED;
        };
    }
}
