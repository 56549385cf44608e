package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.memory.Plan;

/**
 * The arrays of a session: a field each slot of the plan.
 *
 * <p>Training keeps an array a layer, and Java limits the length of a constructor: many are allocated by methods.
 */
final class BufferFields {
    /** The most arrays that one method allocates. */
    private static final int MOST = 400;

    private final List<Integer> slots;
    private final String examples;
    private final CodeBlock.Builder allocation = CodeBlock.builder();
    private final List<MethodSpec> methods = new ArrayList<>();

    /**
     * Plans the arrays.
     *
     * @param examples the constructor's argument that says how many there is room for
     */
    BufferFields(Plan plan, ModelNames names, String examples) {
        this.slots = plan.slots();
        this.examples = examples;
        if (!isMany()) {
            allocation.add(allocation(0, slots.size()));
            return;
        }
        for (int first = 0; first < slots.size(); first += MOST) {
            int last = Math.min(slots.size(), first + MOST);
            String name = names.takeMethod("allocate" + first + "To" + (last - 1));
            methods.add(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(int.class, examples)
                    .addCode(allocation(first, last))
                    .build());
            allocation.addStatement("$L($L)", name, examples);
        }
    }

    private boolean isMany() {
        return slots.size() > MOST;
    }

    void addFields(TypeSpec.Builder type) {
        for (int slot = 0; slot < slots.size(); slot++) {
            if (isMany()) {
                type.addField(float[].class, "buffer" + slot, Modifier.PRIVATE);
            } else {
                type.addField(float[].class, "buffer" + slot, Modifier.PRIVATE, Modifier.FINAL);
            }
        }
    }

    /** What the constructor does. */
    CodeBlock allocation() {
        return allocation.build();
    }

    /** The methods that it calls to do so, if the arrays are many. */
    List<MethodSpec> methods() {
        return methods;
    }

    private CodeBlock allocation(int first, int last) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int slot = first; slot < last; slot++) {
            code.addStatement("this.buffer$L = new float[$L]", slot, ElementLoops.times(examples, slots.get(slot)));
        }
        return code.build();
    }
}
