package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.ocpi.versions.ModuleId;
import dev.roamlab.scenarios.stage.Pull;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.stage.Who;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A platform fetches objects from its partner. Spec: transport_and_format_pull_and_push. */
final class PullObjects implements Verb {
    private static final Parameter<Who> BY = Parameter.platform("by", "which platform fetches");
    private static final Parameter<ModuleId> WHAT = Parameter.choice(
            "what", "which module", List.of("locations", "tariffs", "tokens", "sessions", "cdrs"), ModuleId::new);
    private static final Parameter<Boolean> ONLY_CHANGES =
            Parameter.flag("only_changes", "only what has changed since the last pull");
    private static final Parameter<Optional<Integer>> PAGE_SIZE = Parameter.integer(
                    "page_size", "how many objects to ask for at a time")
            .optional();

    @Override
    public String name() {
        return "pull";
    }

    @Override
    public String summary() {
        return "A platform fetches the objects of one module from its partner, page by page.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(BY, WHAT, ONLY_CHANGES, PAGE_SIZE);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        OptionalInt pageSize = with.get(PAGE_SIZE).map(OptionalInt::of).orElse(OptionalInt.empty());
        return stage.partnership().pull(with.get(BY), new Pull(with.get(WHAT), with.get(ONLY_CHANGES), pageSize));
    }
}
