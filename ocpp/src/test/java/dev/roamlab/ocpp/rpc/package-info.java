@NullMarked
package dev.roamlab.ocpp.rpc;

import org.jspecify.annotations.NullMarked;
