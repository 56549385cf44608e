package org.nnlang.runtime.kernel;

/**
 * Functions of elements in loops that the compiler of the virtual machine makes vectors of by itself.
 *
 * <p>It gives up on long loops: those are several, with the numbers in between in scratch memory.
 */
final class PlainFunctions implements ElementFunctions {
    private final ElementFunctions scalar = new ScalarFunctions();
    private final PlainSoftplus softplus = new PlainSoftplus();
    private final float[] x = Workspace.newBlock();
    private final float[] first = Workspace.newBlock();
    private final float[] second = Workspace.newBlock();
    private final float[] third = Workspace.newBlock();

    @Override
    public void exp(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = PlainExponential.exp(values[i]);
        }
    }

    @Override
    public void expm1(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = PlainExponential.expm1(values[i]);
        }
    }

    @Override
    public void log(float[] values, int from, int to) {
        scalar.log(values, from, to);
    }

    @Override
    public void log1p(float[] values, int from, int to) {
        scalar.log1p(values, from, to);
    }

    @Override
    public void sigmoid(float[] values, int from, int to) {
        for (int start = from; start < to; start += Workspace.BLOCK) {
            int count = Math.min(Workspace.BLOCK, to - start);
            System.arraycopy(values, start, x, 0, count);
            PlainExponential.exponentialOfMinus(x, first, count);
            PlainExponential.powersOfTwo(first, -SingleExponential.SHIFT, count);
            PlainExponential.sigmoid(x, first, count);
            System.arraycopy(x, 0, values, start, count);
        }
    }

    @Override
    public void tanh(float[] values, int from, int to) {
        for (int start = from; start < to; start += Workspace.BLOCK) {
            int count = Math.min(Workspace.BLOCK, to - start);
            System.arraycopy(values, start, x, 0, count);
            PlainExponential.exponentialOfTwice(x, first, second, third, count);
            PlainExponential.halfExpm1(first, second, third, count);
            PlainExponential.tanh(second, third, count);
            PlainExponential.withSign(x, second, count);
            System.arraycopy(x, 0, values, start, count);
        }
    }

    @Override
    public void softplus(float[] values, int from, int to) {
        softplus.softplus(values, from, to);
    }

    @Override
    public void erf(float[] values, int from, int to) {
        for (int start = from; start < to; start += Workspace.BLOCK) {
            int count = Math.min(Workspace.BLOCK, to - start);
            System.arraycopy(values, start, x, 0, count);
            PlainErrorFunction.erfPower(x, first, count);
            PlainErrorFunction.erfFar(first, count);
            PlainErrorFunction.erf(x, first, count);
            System.arraycopy(x, 0, values, start, count);
        }
    }

    @Override
    public void erfc(float[] values, int from, int to) {
        for (int start = from; start < to; start += Workspace.BLOCK) {
            int count = Math.min(Workspace.BLOCK, to - start);
            System.arraycopy(values, start, x, 0, count);
            PlainErrorFunction.erfcExponential(x, first, second, count);
            PlainExponential.powersOfTwo(second, SingleExponential.SHIFT, count);
            PlainErrorFunction.erfcSlope(x, third, count);
            PlainErrorFunction.erfcTail(x, first, second, third, count);
            PlainErrorFunction.erfc(x, first, count);
            System.arraycopy(x, 0, values, start, count);
        }
    }

    @Override
    public void gelu(float[] values, int from, int to) {
        for (int start = from; start < to; start += Workspace.BLOCK) {
            int count = Math.min(Workspace.BLOCK, to - start);
            System.arraycopy(values, start, x, 0, count);
            PlainGelu.exponential(x, first, second, third, count);
            PlainExponential.powersOfTwo(third, SingleExponential.SHIFT, count);
            PlainGelu.tail(first, second, third, count);
            PlainGelu.gelu(x, first, count);
            System.arraycopy(x, 0, values, start, count);
        }
    }
}
