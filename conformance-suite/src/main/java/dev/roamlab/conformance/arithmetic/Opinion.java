package dev.roamlab.conformance.arithmetic;

import java.math.BigDecimal;

/** What a CDR shows about one mistake. */
public sealed interface Opinion {
    /** The CDR states the right figure, and the mistake would have made another: the rule is seen to be kept. */
    record Kept(BigDecimal stated, BigDecimal mistaken) implements Opinion {}

    /**
     * The CDR states the figure of the mistake and that of no honest reading.
     *
     * @param cheaper the figure is below the right one, so it can as well be a discount: that never fails
     */
    record Mistaken(Method method, BigDecimal stated, BigDecimal right, boolean cheaper) implements Opinion {
        /** For messages. */
        public String explained() {
            return method.figure().field() + " is " + stated.toPlainString() + ", the figure of " + method.how()
                    + "; the Tariffs give " + Judge.shown(right);
        }
    }

    /** The mistake makes no difference on this CDR, its figure is no known one, or it cannot be worked out. */
    record Silent(String because) implements Opinion {}
}
