package dev.roamlab.cli.stories;

import dev.roamlab.cli.nodes.OwnData;
import dev.roamlab.cli.nodes.StoreOption;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.Narrates;
import dev.roamlab.scenarios.engine.Performance;
import dev.roamlab.scenarios.file.Scenario;
import dev.roamlab.scenarios.file.Shipped;
import dev.roamlab.scenarios.world.World;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells the whole roaming story. */
@Command(
        name = "demo",
        description = "Tell the whole roaming story: from two companies that meet to a bill that is understood.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Everything is real: two nodes talk OCPI over HTTP, charging stations talk OCPP over WebSockets.",
            "",
            "Examples:",
            "  roamlab demo",
            "  roamlab demo --version 2.3.0 --guided",
            "  roamlab demo --verbose --report out",
            "  roamlab demo --locations my-locations.json.gz --tariffs my-tariffs.json"
        })
public final class DemoCommand implements Callable<Integer>, Narrates {
    private final CommandContext context;

    @Mixin
    private final StoryOptions options = new StoryOptions();

    @Mixin
    private final OwnData data = new OwnData();

    @Mixin
    private final StoreOption store = new StoreOption();

    /** The command in its context. */
    public DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Scenario> story = Shipped.scenarios().stream()
                .map(name -> Shipped.scenario(name).orElseThrow())
                .toList();
        Performance performance = StoryTeller.performance(
                "The roaming story", options, story.get(0).seed());
        World world = data.world(
                context,
                story.get(0).world(),
                stocked -> stocked.inputs().forEach(performance::input),
                choice -> announce(choice, performance));
        return new StoryTeller(context, options, store::of).tell(story, world, performance);
    }

    private void announce(List<String> choice, Performance performance) {
        context.out().line();
        for (String sentence : choice) {
            context.out().hanging("· ", sentence);
            performance.note(sentence);
        }
    }
}
