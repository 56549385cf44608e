package org.nnlang.runtime.io;

import java.util.List;
import java.util.Map;

/** A JSON value, as much of it as the header of a safetensors file needs. */
sealed interface Json {
    /** An object; its members in the order of the text. */
    record Members(Map<String, Json> values) implements Json {}

    /** An array. */
    record Items(List<Json> values) implements Json {}

    /** A string, its escapes resolved. */
    record Text(String value) implements Json {}

    /** A number as it was written, so that no digit of a 64-bit integer is lost. */
    record Digits(String literal) implements Json {}

    /** {@code true}, {@code false} or {@code null}. */
    record Word(String literal) implements Json {}
}
