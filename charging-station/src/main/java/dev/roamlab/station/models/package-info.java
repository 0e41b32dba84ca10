/** The catalogue of charging station models, and how a model becomes stations with identities of their own. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.station.models;
