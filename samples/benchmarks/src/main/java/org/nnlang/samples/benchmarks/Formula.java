package org.nnlang.samples.benchmarks;

import java.util.function.LongFunction;
import org.nnlang.runtime.Model;

/** An activation of {@code formulas.nn}, twice: as somebody may write it, and as the library has it. */
public enum Formula {
    /** Written as a choice between two lines. */
    LEAKY_RELU(OwnLeakyRelu::create, LibraryLeakyRelu::create),
    /** Written as a choice between a line and an exponential. */
    ELU(OwnElu::create, LibraryElu::create),
    /** Written as two choices. */
    HARD_TANH(OwnHardTanh::create, LibraryHardTanh::create),
    /** Written as a choice between two divisions. */
    SOFTSIGN(OwnSoftsign::create, LibrarySoftsign::create),
    /** Written without the sigmoid. */
    SILU(OwnSilu::create, LibrarySilu::create);

    private static final long SEED = 42;

    // Method references without state, which their type does not tell.
    @SuppressWarnings("ImmutableEnumChecker")
    private final LongFunction<Model> own;

    @SuppressWarnings("ImmutableEnumChecker")
    private final LongFunction<Model> library;

    Formula(LongFunction<Model> own, LongFunction<Model> library) {
        this.own = own;
        this.library = library;
    }

    /** A model that does nothing else, as somebody may write it. */
    public Model own() {
        return own.apply(SEED);
    }

    /** A model that does nothing else, of the library's. */
    public Model library() {
        return library.apply(SEED);
    }
}
