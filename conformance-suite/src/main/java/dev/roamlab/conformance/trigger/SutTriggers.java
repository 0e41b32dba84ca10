package dev.roamlab.conformance.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.subject.Sut.TriggerSettings;
import dev.roamlab.conformance.subject.Sut.TriggerSettings.Way;
import java.util.Map;
import java.util.Optional;

/** Pulls triggers the way the SUT file says: each by a webhook, a shell command or a prompt. Thread-safe. */
public final class SutTriggers implements Triggers {
    private final TriggerSettings settings;
    private final boolean attended;
    private final Webhook webhook;
    private final ShellCommand command;
    private final PersonalRequest person;

    /**
     * @param run the run's id, which every pull carries
     * @param operator who answers prompts; absent when nobody is there
     */
    public SutTriggers(TriggerSettings settings, String run, Optional<Operator> operator) {
        this.settings = settings;
        this.attended = operator.isPresent();
        this.webhook = new Webhook(run);
        this.command = new ShellCommand(run);
        this.person = new PersonalRequest(operator);
    }

    @Override
    public JsonNode pull(String name, Map<String, ?> params) {
        Way way = way(name)
                .orElseThrow(() -> new TriggerUnavailable("the SUT file has no way to pull trigger " + name
                        + "; add a webhook, a command or a prompt under triggers." + name + " (or triggers.default)"));
        if (way.webhook().isPresent()) {
            return webhook.pull(way.webhook().get(), name, params, way.timeout());
        }
        if (way.command().isPresent()) {
            return command.pull(way.command().get(), name, params, way.timeout());
        }
        if (way.prompt().isPresent()) {
            return person.pull(way.prompt().get(), name, params, way.timeout());
        }
        throw new TriggerUnavailable("trigger " + name + ": the SUT file says that it is not available");
    }

    @Override
    public boolean has(String name) {
        return way(name)
                .filter(way -> way.webhook().isPresent()
                        || way.command().isPresent()
                        || way.prompt().isPresent() && attended)
                .isPresent();
    }

    /** The way that the settings have for a trigger, its own or the default. */
    private Optional<Way> way(String name) {
        return Optional.ofNullable(settings.byName().get(name))
                .or(() -> Optional.ofNullable(settings.byName().get(TriggerKind.DEFAULT)));
    }
}
