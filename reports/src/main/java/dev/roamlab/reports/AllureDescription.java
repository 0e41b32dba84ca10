package dev.roamlab.reports;

/** The requirement behind a result as a Markdown page: what it says, why it matters, how to see it again. */
final class AllureDescription {
    private AllureDescription() {}

    static String of(RequirementResult result) {
        StringBuilder text = new StringBuilder();
        result.text().ifPresent(requirement -> requirement(text, requirement));
        result.deviations().stream()
                .flatMap(deviation -> deviation.curl().stream())
                .distinct()
                .forEach(curl -> text.append("\n\nRepeat the call:\n\n").append(Markdown.block(curl)));
        result.notes().forEach(note -> text.append("\n\n- ").append(Markdown.text(note)));
        return text.toString().strip();
    }

    private static void requirement(StringBuilder text, RequirementText requirement) {
        text.append(Markdown.text(requirement.statement()));
        text.append("\n\nSection ").append(Markdown.code(requirement.section()));
        requirement
                .why()
                .ifPresent(why -> text.append("\n\n**Why it matters.** ").append(Markdown.text(why)));
        requirement
                .readings()
                .forEach(reading -> text.append("\n\n**It can be read so:** ").append(Markdown.text(reading)));
    }
}
