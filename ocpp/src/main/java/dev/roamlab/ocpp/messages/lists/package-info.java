/** The local list of tokens. Spec: OCPP 2.0.1, part D. */
@NullMarked
package dev.roamlab.ocpp.messages.lists;

import org.jspecify.annotations.NullMarked;
