package dev.roamlab.ocpp.link;

/** Leans on the insides of Vert.x: what breaks here after an update of Vert.x is the light link, not the tests. */
class LightLinkTest extends LinkTest {
    LightLinkTest() {
        super(LinkKind.LIGHT);
    }
}
