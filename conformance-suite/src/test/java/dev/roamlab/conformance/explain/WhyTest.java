package dev.roamlab.conformance.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.Level;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.explain.Why.Reach;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhyTest {
    private final Catalogue catalogue = Catalogue.load();
    private final Why why = Why.load();

    @Test
    void every_requirement_has_a_reason() {
        assertThat(catalogue.all())
                .allSatisfy(requirement ->
                        assertThat(why.of(requirement)).hasSizeBetween(40, 400).endsWith("."));
    }

    @Test
    void every_reason_concerns_something() {
        assertThat(why.idle(catalogue.all())).isEmpty();
    }

    @Test
    void what_costs_most_has_a_reason_of_its_own() {
        Set<CatalogueModule> costly = EnumSet.of(
                CatalogueModule.TRANSPORT, CatalogueModule.CREDENTIALS, CatalogueModule.TOKENS, CatalogueModule.CDRS);

        List<String> general = catalogue
                .where(requirement -> costly.contains(requirement.module()) && requirement.level() == Level.MUST)
                .all()
                .stream()
                .filter(requirement -> why.reach(requirement) == Reach.MODULE)
                .map(Requirement::id)
                .toList();

        assertThat(general).isEmpty();
    }

    @Test
    void the_driving_modules_are_explained_by_section() {
        Set<CatalogueModule> others = EnumSet.range(CatalogueModule.STATUS_CODES, CatalogueModule.COMMANDS);

        assertThat(catalogue
                        .where(requirement -> others.contains(requirement.module())
                                && requirement.level() == Level.MUST
                                && why.reach(requirement) == Reach.MODULE)
                        .all())
                .extracting(requirement -> requirement.id() + " " + requirement.section())
                .isEmpty();
    }

    @Test
    void the_narrowest_reason_speaks() {
        Why small = Why.of("f", """
                - {for: [tariffs], why: module}
                - {for: [tariffs/*_dayofweek_*], why: section}
                - {for: [TAR-001..TAR-003], why: ids}
                """);

        assertThat(small.of(requirement("TAR-002"))).isEqualTo("ids");
        assertThat(small.of(requirement("TAR-066"))).isEqualTo("section");
        assertThat(small.of(requirement("TAR-004"))).isEqualTo("module");
    }

    @Test
    void every_requirement_has_a_place_in_the_specification() {
        assertThat(catalogue.all())
                .allSatisfy(requirement -> assertThat(requirement.versions())
                        .allSatisfy(version -> assertThat(
                                        SpecLink.to(requirement, version).toString())
                                .startsWith("https://github.com/ocpi/ocpi/blob/")
                                .endsWith("#" + requirement.section())));
    }

    private Requirement requirement(String id) {
        return catalogue.find(id).orElseThrow();
    }
}
