package dev.roamlab.conformance.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** One run, as the platform sees it: a container that fills while the run goes on. */
final class RunDescriptor extends AbstractTestDescriptor {
    private final RunSelector selector;

    RunDescriptor(UniqueId id, RunSelector selector) {
        super(id, selector.title());
        this.selector = selector;
    }

    /** One that a class declares. Surefire keeps silent about a container that failed if it does not know the class. */
    RunDescriptor(UniqueId id, RunSelector selector, Class<?> declaring) {
        super(id, selector.title(), ClassSource.from(declaring));
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
