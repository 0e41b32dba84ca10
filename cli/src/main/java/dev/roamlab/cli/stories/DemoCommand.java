package dev.roamlab.cli.stories;

import dev.roamlab.cli.nodes.OwnData;
import dev.roamlab.cli.nodes.StoreOption;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.Narrates;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.scenarios.engine.Performance;
import dev.roamlab.scenarios.file.Scenario;
import dev.roamlab.scenarios.file.Shipped;
import dev.roamlab.scenarios.own.NoPlace;
import dev.roamlab.scenarios.own.OwnWorld;
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
        World world = story.get(0).world();
        if (data.any()) {
            world = own(world, performance);
        }
        return new StoryTeller(context, options, store::of).tell(story, world, performance);
    }

    private World own(World shipped, Performance performance) {
        OwnData.Stocked own = data.stock(context);
        own.inputs().forEach(performance::input);
        try {
            OwnWorld.Story chosen = OwnWorld.of(shipped, own.stock());
            context.out().line();
            for (String sentence : chosen.choice()) {
                context.out().hanging("· ", sentence);
                performance.note(sentence);
            }
            return chosen.world();
        } catch (NoPlace nowhere) {
            throw new UserError(
                    String.valueOf(nowhere.getMessage()),
                    "Give a location with an EVSE that is in use, or leave the file out: the lab has places of its own.");
        }
    }
}
