package dev.roamlab.conformance.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** One run, as the platform sees it: a container that fills while the run goes on. */
final class RunDescriptor extends AbstractTestDescriptor {
    private final RunSelector selector;

    RunDescriptor(UniqueId id, RunSelector selector) {
        super(id, selector.title());
        this.selector = selector;
    }

    RunSelector selector() {
        return selector;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public boolean mayRegisterTests() {
        return true;
    }
}
