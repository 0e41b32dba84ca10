package dev.roamlab.station.drama;

import dev.roamlab.ocpp.intercept.InterceptRule;
import dev.roamlab.ocpp.intercept.Interceptor;

/** The network treats messages badly: a rule of the interceptor, for as long as it lasts. */
final class PoorNetwork implements Drama {
    private final Interceptor interceptor;
    private final InterceptRule rule;

    PoorNetwork(Interceptor interceptor, InterceptRule rule) {
        this.interceptor = interceptor;
        this.rule = rule;
    }

    @Override
    public void strike() {
        interceptor.put(rule);
    }

    @Override
    public void calm() {
        interceptor.remove(rule.id());
    }

    @Override
    public int affected() {
        return 0;
    }

    @Override
    public int recovered() {
        return 0;
    }
}
