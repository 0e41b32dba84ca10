package dev.roamlab.scenarios.stage;

/** We did wrong: the scenario asks for what is not there, or the lab does not work. */
public final class ScenarioBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is missing, with what there is instead */
    public ScenarioBroken(String message) {
        super(message, null, false, false);
    }
}
