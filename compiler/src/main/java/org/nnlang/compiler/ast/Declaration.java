package org.nnlang.compiler.ast;

import java.util.List;

/** One of the five kinds of declaration, at the top level of a file. */
public sealed interface Declaration extends Node
        permits ComponentDeclaration, FunctionDeclaration, InitializerDeclaration, ConstantDeclaration {
    /** Its name. */
    Identifier name();

    /** The text of its `///` lines, joined by line feeds, without their markers; empty where there are none. */
    String documentation();

    /** Its parameters in order; none for a constant. */
    List<Parameter> parameters();
}
