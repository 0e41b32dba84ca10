package dev.roamlab.scenarios.file;

/** Scenarios written in a test, in the shipped world. */
public final class Written {
    private Written() {}

    /** A scenario with these steps, which start at the margin. */
    public static Scenario steps(String steps) {
        return scenario("steps:\n" + steps.indent(2));
    }

    /** A scenario with what follows its head. */
    public static Scenario scenario(String rest) {
        String text = """
                title: A test
                story: Somebody tests at {place}.
                seed: 1
                world: zonnekaai
                """ + rest;
        try {
            return ScenarioFile.read("test", "test.yaml", text, Shipped::world);
        } catch (java.io.IOException | InvalidScenario broken) {
            throw new AssertionError(broken.getMessage(), broken);
        }
    }
}
