package org.nnlang.compiler.java;

import org.nnlang.compiler.memory.Place;

/** Where the examples that steps calculate lie in the arrays. */
enum ExamplePlaces {
    /** At the beginning of all arrays: the steps calculate the whole batch. */
    WHOLE,
    /** At the beginning of buffers, which hold a block of examples, but anywhere in inputs and outputs. */
    OWN_BUFFERS,
    /** Anywhere in all arrays, at one place an example: buffers, too, hold the whole batch. */
    SHARED_BUFFERS;

    /** How the examples lie in an array. */
    ExampleRange in(Place place) {
        return new ExampleRange(
                switch (this) {
                    case WHOLE -> false;
                    case OWN_BUFFERS -> !(place instanceof Place.Slot);
                    case SHARED_BUFFERS -> true;
                });
    }
}
