package org.nnlang.runtime.kernel;

/** The scratch memory that kernels use during one call: of one session, and so of one thread; made by those kernels. */
public class Workspace {
    Workspace() {}
}
