/** What a version of OCPP has to say about itself: how neutral messages look on its wire, and what it calls errors. */
@NullMarked
package dev.roamlab.ocpp.dialect;

import org.jspecify.annotations.NullMarked;
