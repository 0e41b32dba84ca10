/** How two platforms come to know each other: invitations, partners, the credentials module. */
@NullMarked
package dev.roamlab.node.registration;

import org.jspecify.annotations.NullMarked;
