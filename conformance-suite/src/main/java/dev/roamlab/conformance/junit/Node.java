package dev.roamlab.conformance.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A version, a chapter or a requirement in the platform's tree. */
final class Node extends AbstractTestDescriptor {
    private final Type type;

    Node(UniqueId id, String name, Type type) {
        super(id, name);
        this.type = type;
    }

    @Override
    public Type getType() {
        return type;
    }
}
