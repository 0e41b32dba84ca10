/** Hosts stations by the thousand: mailboxes, links, one timing wheel per event loop, and the drivers that come and go. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.station.fleet;
