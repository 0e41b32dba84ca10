package dev.roamlab.conformance.tester;

/** A request that cannot be served, with the answer that says so. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    Refused(int status, int statusCode, String message) {
        super(message, null, false, false);
        this.reply = Reply.ocpi(status, statusCode, message);
    }

    Reply reply() {
        return reply;
    }

    static Refused method(Incoming incoming) {
        return new Refused(405, 2000, incoming.method() + " is not defined here");
    }

    static Refused notFound(String what) {
        return new Refused(404, 2000, what + " does not exist");
    }

    static Refused invalid(String message) {
        return new Refused(200, 2001, message);
    }
}
