package org.nnlang.command;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nnlang.compiler.model.CheckedLoss;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.text.NamedSettings;

/**
 * A model with its gradients, and what it may be trained for beside the library's losses.
 *
 * @param declared the losses of its `.nn` file with their generated classes
 */
record TrainableModel(Model model, Map<CheckedLoss, Class<?>> declared) {
    /** The names of the file's losses. */
    List<String> lossNames() {
        return declared.keySet().stream().map(CheckedLoss::name).toList();
    }

    /**
     * Makes a loss of the file.
     *
     * @param text its name and settings, such as {@code pinball:quantile=0.9}
     * @throws IllegalArgumentException if it has no such setting
     */
    Optional<Loss> loss(String text) {
        NamedSettings settings = NamedSettings.parse(text);
        return declared.entrySet().stream()
                .filter(each -> each.getKey().name().equals(settings.name()))
                .findFirst()
                .map(each -> make(each.getKey(), each.getValue(), settings));
    }

    private static Loss make(CheckedLoss loss, Class<?> type, NamedSettings settings) {
        Object[] values = loss.settings().stream()
                .map(setting -> settings.number(setting.name(), setting.defaultValue()))
                .toArray();
        settings.requireAllKnown();
        Class<?>[] types = new Class<?>[values.length];
        Arrays.fill(types, double.class);
        try {
            return (Loss) type.getConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the generated class of " + loss.name() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated class of " + loss.name() + " is not as expected", e);
        }
    }
}
