package dev.roamlab.scenarios.vocabulary;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All verbs there are. A new one is a class and a line here. */
public final class Vocabulary {
    private static final Map<String, Verb> VERBS = index(List.of(
            new Register(),
            new UpdateCredentials(),
            new Unregister(),
            new PullObjects(),
            new ChangePrice(),
            new SetEvseStatus(),
            new RemoveEvse(),
            new AddLocation(),
            new IssueToken(),
            new BlockToken(),
            new ExpireToken(),
            new SwitchOn(),
            new PlugIn(),
            new Tap(),
            new AppStart(),
            new AppStop(),
            new Reserve(),
            new CancelReservation(),
            new Unlock(),
            new LetTimePass(),
            new Unplug(),
            new ExplainBill(),
            new LosePower(),
            new RestorePower(),
            new LoseNetwork(),
            new RestoreNetwork(),
            new Expect()));

    private Vocabulary() {}

    /** The verbs, in the order in which a story is likely to need them. */
    public static Collection<Verb> verbs() {
        return VERBS.values();
    }

    /** The verb with this name. */
    public static Optional<Verb> verb(String name) {
        return Optional.ofNullable(VERBS.get(name));
    }

    private static Map<String, Verb> index(List<Verb> verbs) {
        Map<String, Verb> byName = new LinkedHashMap<>();
        verbs.forEach(verb -> byName.put(verb.name(), verb));
        return byName;
    }
}
