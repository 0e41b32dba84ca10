package dev.roamlab.ocpp.v16;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How 1.6 spells a constant, where camel case would not do. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Wire {
    String value();
}
