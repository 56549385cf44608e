package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.nnlang.compiler.memory.Plan;

/** The arrays of a session, of which training keeps one a layer: a field each slot of the plan. */
final class BufferFields {
    private final List<Integer> slots;
    private final ManyStatements allocation;

    /**
     * Plans the arrays.
     *
     * @param examples the constructor's argument that says how many there is room for
     */
    BufferFields(Plan plan, ModelNames names, String examples) {
        this.slots = plan.slots();
        List<CodeBlock> statements = new ArrayList<>();
        for (int slot = 0; slot < slots.size(); slot++) {
            statements.add(CodeBlock.builder()
                    .addStatement("this.buffer$L = new float[$L]", slot, ElementLoops.times(examples, slots.get(slot)))
                    .build());
        }
        this.allocation = new ManyStatements(statements, names, "allocate", examples);
    }

    void addFields(TypeSpec.Builder type) {
        for (int slot = 0; slot < slots.size(); slot++) {
            if (allocation.methods().isEmpty()) {
                type.addField(float[].class, "buffer" + slot, Modifier.PRIVATE, Modifier.FINAL);
            } else {
                type.addField(float[].class, "buffer" + slot, Modifier.PRIVATE);
            }
        }
    }

    /** What the constructor does. */
    CodeBlock allocation() {
        return allocation.code();
    }

    /** The methods that it calls to do so, if the arrays are many. */
    List<MethodSpec> methods() {
        return allocation.methods();
    }
}
