package dev.roamlab.ocpp.messages;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.soabase.recordbuilder.core.RecordBuilder.ConcreteSettersForOptionalMode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Generates a builder for a record: optional fields start empty, lists start empty and end up immutable. */
@RecordBuilder.Template(
        options =
                @RecordBuilder.Options(
                        useImmutableCollections = true,
                        addConcreteSettersForOptional = ConcreteSettersForOptionalMode.ENABLED,
                        emptyDefaultForOptional = true,
                        enableWither = false))
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@Inherited
public @interface OcppRecord {}
