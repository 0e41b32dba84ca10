package dev.roamlab.cpo.csms;

import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.ocpi.json.Document;
import io.vertx.core.Future;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers that nothing has had before, restarts included: of transactions where a version of OCPP has the CSMS number them, of
 * remote starts, and of reservations. They are set aside in the store by the thousand, so that giving one out needs no
 * waiting. Used on the node's event loop only.
 */
public final class TransactionNumbers {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionNumbers.class);
    private static final String KEY = "numbers";
    private static final int BLOCK = 1000;

    private final ObjectCollection<SetAside> stored;
    private int next;
    private int limit;

    /** Numbers below this may have been given out. */
    public record SetAside(int below, Instant lastUpdated) {}

    private TransactionNumbers(ObjectCollection<SetAside> stored, int next) {
        this.stored = stored;
        this.next = next;
        this.limit = next;
    }

    /** Goes on behind all numbers that may have been given out before. */
    public static Future<TransactionNumbers> open(ObjectCollection<SetAside> stored) {
        return stored.find(KEY)
                .map(found -> new TransactionNumbers(
                        stored, found.map(known -> known.value().below()).orElse(1)))
                .compose(numbers -> numbers.setAside().map(numbers));
    }

    /** The next number. */
    public int next() {
        if (limit - next <= BLOCK / 2) {
            setAside().onFailure(failure -> LOG.error("no more numbers could be set aside", failure));
        }
        return next++;
    }

    /** The first of so many numbers in a row, for somebody else to give out; they are set aside by then. */
    public Future<Integer> block(int size) {
        return setAside(size).map(stored -> {
            int first = next;
            next += size;
            return first;
        });
    }

    private Future<Void> setAside() {
        return setAside(BLOCK);
    }

    private Future<Void> setAside(int more) {
        limit += more;
        SetAside below = new SetAside(limit, Instant.EPOCH);
        return stored.put(KEY, "", below.lastUpdated(), Document.of(below)).mapEmpty();
    }
}
