package dev.roamlab.bench;

import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.csms.CsmsFigures;

/** The CPO node as it is, with its state in memory. */
record CpoCentral(CpoNode cpo) implements CentralChild.Central {
    @Override
    public String url() {
        return cpo.cpo().csmsUrl();
    }

    @Override
    public String figures() throws Exception {
        CsmsFigures figures = Nodes.await(cpo.cpo().csms());
        return figures.stations().connected() + " " + figures.messages() + " "
                + figures.stations().booted() + " 0 0 0 0 0";
    }

    @Override
    public String trips(int seconds) {
        throw new UnsupportedOperationException("trips: take plain-light or plain-stock");
    }
}
