/**
 * The device model of OCPP 2.0.1: which components a station of a model has, which variables they have, and where each value
 * comes from. Facts only, shared by all stations of a model; what a CSMS asks of them is answered in {@code station}.
 */
@org.jspecify.annotations.NullMarked
package dev.roamlab.station.device;
