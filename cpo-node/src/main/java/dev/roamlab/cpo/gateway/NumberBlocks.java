package dev.roamlab.cpo.gateway;

import dev.roamlab.cpo.gateway.Letters.Block;
import dev.roamlab.cpo.gateway.Letters.Numbers;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gateway's transaction numbers: it has them from the core, a block in use and one in reserve, so that giving one out needs
 * no waiting. What is left of them at the gateway's end is never used.
 */
final class NumberBlocks implements IntSupplier {
    private static final Logger LOG = LoggerFactory.getLogger(NumberBlocks.class);
    private static final int BLOCK = 1000;

    private final Bus bus;
    private Block inUse = new Block(0, 0);
    private Optional<Block> reserve = Optional.empty();
    private int used;
    private boolean asked;

    NumberBlocks(Bus bus) {
        this.bus = bus;
    }

    /** Sees to it that there is a reserve. */
    void stock() {
        if (asked || reserve.isPresent()) {
            return;
        }
        asked = true;
        bus.ask(Bus.core(), new Numbers(BLOCK), Block.class, Lease.ANSWER)
                .onSuccess(block -> reserve = Optional.of(block))
                .onFailure(failure -> LOG.warn("no transaction numbers from the core: {}", failure.getMessage()))
                .onComplete(done -> asked = false);
    }

    @Override
    public int getAsInt() {
        if (used == inUse.count()) {
            inUse = reserve.orElseThrow(() -> new OcppCallException(
                    RpcErrorCode.INTERNAL_ERROR, "no transaction number at hand; please repeat the call"));
            reserve = Optional.empty();
            used = 0;
        }
        if (reserve.isEmpty()) {
            stock();
        }
        return inUse.first() + used++;
    }
}
