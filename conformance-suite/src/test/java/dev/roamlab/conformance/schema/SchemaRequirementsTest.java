package dev.roamlab.conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.SpecVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaRequirementsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void every_requirement_of_a_rule_stands_in_the_catalogue_for_that_version(SpecVersion version) {
        var known = CATALOGUE.of(version).all().stream().map(Requirement::id).toList();

        assertThat(ObjectSchemas.of(version).requirementIds()).isSubsetOf(known).hasSizeGreaterThan(100);
    }
}
