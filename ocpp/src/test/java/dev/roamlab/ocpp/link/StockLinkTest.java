package dev.roamlab.ocpp.link;

class StockLinkTest extends LinkTest {
    StockLinkTest() {
        super(LinkKind.STOCK);
    }
}
