package org.nnlang.runtime.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * How vectors are loaded from memory outside of the heap: by {@code java.lang.foreign.MemorySegment}, which Java 17 does not have.
 *
 * <p>So its methods are found by name, once: the just-in-time compiler calls a constant method handle like the method itself.
 */
final class VectorSegment {
    /** From a buffer to the segment of its bytes. */
    private static final MethodHandle OF;

    /**
     * From (segment, offset in bytes) to a vector. Tiles invoke it themselves: a method around it the just-in-time compiler does not
     * always inline, and makes an object of each vector then.
     */
    static final MethodHandle LOAD;

    static {
        try {
            Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            OF = lookup.findStatic(segment, "ofBuffer", MethodType.methodType(segment, Buffer.class))
                    .asType(MethodType.methodType(Object.class, ByteBuffer.class));
            MethodHandle load = lookup.findStatic(
                    FloatVector.class,
                    "fromMemorySegment",
                    MethodType.methodType(
                            FloatVector.class, VectorSpecies.class, segment, long.class, ByteOrder.class));
            load = MethodHandles.insertArguments(load, 3, ByteOrder.nativeOrder());
            load = MethodHandles.insertArguments(load, 0, VectorLanes.SPECIES);
            LOAD = load.asType(MethodType.methodType(FloatVector.class, Object.class, long.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Java " + Runtime.version() + " has other memory segments than Java 25", e);
        }
    }

    private VectorSegment() {}

    /** The segment of a buffer's bytes. */
    static Object of(ByteBuffer bytes) {
        try {
            return (Object) OF.invokeExact(bytes);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** What was thrown, as it is: no caller declares an exception that has to be caught. */
    static RuntimeException unexpected(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException exception ? exception : new IllegalStateException(e);
    }
}
