package dev.roamlab.scenarios.file;

import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.scenarios.world.World;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a story: one wording for both versions of OCPI or one for each, with placeholders such as {@code {driver}}. */
public final class Text {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_.]*)}");

    private final Map<OcpiVersion, String> wordings;

    Text(Map<OcpiVersion, String> wordings) {
        this.wordings = new EnumMap<>(wordings);
    }

    /** The same words in every version. */
    public static Text of(String words) {
        Map<OcpiVersion, String> same = new EnumMap<>(OcpiVersion.class);
        for (OcpiVersion version : OcpiVersion.values()) {
            same.put(version, words);
        }
        return new Text(same);
    }

    /** The words in one version, every placeholder replaced; an unknown one stays as it is. */
    public String in(OcpiVersion version, World world) {
        return fill(wordings.getOrDefault(version, ""), version, world);
    }

    /** Replaces the placeholders of a text. */
    static String fill(String words, OcpiVersion version, World world) {
        return PLACEHOLDER
                .matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(
                        word(found.group(1), version, world).orElse(found.group())));
    }

    private static java.util.Optional<String> word(String name, OcpiVersion version, World world) {
        return switch (name) {
            case "version" -> java.util.Optional.of(version.value());
            case "emsp" -> java.util.Optional.of(world.emsp().name());
            case "cpo" -> java.util.Optional.of(world.cpo().name());
            case "emsp.party" -> java.util.Optional.of(party(world.emsp()));
            case "cpo.party" -> java.util.Optional.of(party(world.cpo()));
            case "cpo.country_code" -> java.util.Optional.of(world.cpo().countryCode());
            case "cpo.party_id" -> java.util.Optional.of(world.cpo().partyId());
            default -> world.word(name);
        };
    }

    private static String party(World.Business business) {
        return business.countryCode() + "-" + business.partyId();
    }

    /** The placeholders of a text that this world cannot fill. */
    static Set<String> unknown(String words, World world) {
        Set<String> unknown = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(words);
        while (matcher.find()) {
            if (word(matcher.group(1), OcpiVersion.V2_3_0, world).isEmpty()) {
                unknown.add(matcher.group(1));
            }
        }
        return unknown;
    }

    @Override
    public String toString() {
        return wordings.values().stream().findFirst().orElse("");
    }
}
