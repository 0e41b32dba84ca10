package dev.roamlab.ocpp.link;

/**
 * Stands between the connections of a host and what speaks OCPP over them: sees every frame, both ways, and decides what
 * becomes of it. Called on the connection's context; one tap serves all connections of a host.
 */
public interface FrameTap {
    /** Lets everything through. */
    FrameTap NONE = new FrameTap() {
        @Override
        public boolean isActive() {
            return false;
        }

        @Override
        public void frame(Passage passage, String text) {
            passage.pass(text);
        }
    };

    /** Which end a frame goes to. */
    enum Way {
        TO_CSMS,
        TO_STATION
    }

    /** The rest of a frame's way. */
    interface Passage {
        /** The station at one end. */
        String stationId();

        /** The version spoken, such as {@code 1.6}. */
        String version();

        /** Which end it goes to. */
        Way way();

        /** Whether our end has made it; else it has come in. */
        boolean sent();

        /**
         * Lets a text through: the frame itself or another one, now or later, once or several times or never; from any
         * thread. Lost when the connection has ended.
         */
        void pass(String text);
    }

    /** Whether it wants to see frames at all; asked for each of them, so that a tap that rests costs nothing. */
    boolean isActive();

    /** A frame is on its way, and gets no further by itself. */
    void frame(Passage passage, String text);

    /** A connection stands. */
    default void opened(String stationId, String version) {}

    /** A connection has ended. */
    default void closed(String stationId, Close close) {}

    /**
     * Two taps, one behind the other.
     *
     * @param outer nearest to the wire: sees what really crosses it
     */
    static FrameTap chain(FrameTap inner, FrameTap outer) {
        return new TapChain(inner, outer);
    }
}
