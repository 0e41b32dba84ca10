package dev.roamlab.ocpp.link;

/** Two taps on the same connections: what is sent meets the inner one first, what comes in the outer one. */
record TapChain(FrameTap inner, FrameTap outer) implements FrameTap {

    @Override
    public boolean isActive() {
        return inner.isActive() || outer.isActive();
    }

    @Override
    public void frame(Passage passage, String text) {
        FrameTap first = passage.sent() ? inner : outer;
        FrameTap second = passage.sent() ? outer : inner;
        if (first.isActive()) {
            first.frame(new Between(passage, second), text);
        } else {
            second.frame(passage, text);
        }
    }

    @Override
    public void opened(String stationId, String version) {
        inner.opened(stationId, version);
        outer.opened(stationId, version);
    }

    @Override
    public void closed(String stationId, Close close) {
        inner.closed(stationId, close);
        outer.closed(stationId, close);
    }

    /** The way from the first tap to the second one. */
    private record Between(Passage last, FrameTap second) implements Passage {
        @Override
        public String stationId() {
            return last.stationId();
        }

        @Override
        public String version() {
            return last.version();
        }

        @Override
        public Way way() {
            return last.way();
        }

        @Override
        public boolean sent() {
            return last.sent();
        }

        @Override
        public void pass(String text) {
            if (second.isActive()) {
                second.frame(last, text);
            } else {
                last.pass(text);
            }
        }
    }
}
