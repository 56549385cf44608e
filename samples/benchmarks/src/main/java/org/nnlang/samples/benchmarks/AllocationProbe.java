package org.nnlang.samples.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Counts the bytes that calls allocate in this virtual machine once it is warm, on all threads that calculate.
 *
 * <p>Prints a line for each kind of call: its name, a tab, and the bytes a call.
 */
public final class AllocationProbe {
    /** Times of the thread that calls: on a busy machine everything takes longer. */
    private static final long WARM_UP_NANOSECONDS = 1_500_000_000L;

    private static final long NANOSECONDS = 1_000_000_000L;
    private static final int CALLS_A_LOOK = 20;

    /** Counted again where there was a byte, this often: what is allocated in one second and not in the next is no call's. */
    private static final int MOST_SECONDS = 3;

    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocationProbe() {}

    /** A kind of call, which is made when its turn comes. */
    private record Workload(String name, Supplier<Runnable> call) {}

    /**
     * Measures.
     *
     * @param arguments the kernels, and how many kinds of calls come last instead of first: whoever comes first is compiled
     *     for himself alone
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        KernelSet.use(arguments[0]);
        List<Workload> workloads = workloads();
        Collections.rotate(workloads, -Integer.parseInt(arguments[1]));
        AllocationProbe probe = new AllocationProbe();
        for (Workload workload : workloads) {
            System.out.printf(
                    Locale.ROOT,
                    "%s\t%s%n",
                    workload.name(),
                    probe.bytesOfCall(workload.call().get()));
        }
    }

    private static List<Workload> workloads() {
        List<Workload> workloads = new ArrayList<>();
        for (Network network : List.of(Network.W1, Network.W2)) {
            for (int threads : new int[] {1, 2}) {
                String where = threads == 1 ? ", 1 thread" : ", 2 threads";
                for (int batch : new int[] {1, 100}) {
                    workloads.add(new Workload(
                            network + " batch " + batch + where,
                            () -> new Prediction(network.create(), batch, threads)::run));
                }
                workloads.add(new Workload(
                        network + " training step of 100" + where,
                        () -> new TrainingStep(network.create(), 100, threads)::run));
            }
        }
        return workloads;
    }

    private double bytesOfCall(Runnable call) {
        long[] calculating = warmUp(call);
        double least = bytesOfCall(call, calculating);
        for (int second = 1; second < MOST_SECONDS && least > 0; second++) {
            least = Math.min(least, bytesOfCall(call, calculating));
        }
        return least;
    }

    private double bytesOfCall(Runnable call, long[] calculating) {
        // What asking costs is taken off.
        long asked = allocated(calculating);
        long before = allocated(calculating);
        long asking = before - asked;
        long calls = repeat(call, NANOSECONDS);
        return Math.max(0, allocated(calculating) - before - asking) / (double) calls;
    }

    /** Calls until nothing changes any more: nothing is compiled, and adaptive kernels have changed. */
    private long[] warmUp(Runnable call) {
        long compiled;
        do {
            compiled = COMPILER.getTotalCompilationTime();
            repeat(call, WARM_UP_NANOSECONDS);
        } while (COMPILER.getTotalCompilationTime() > compiled
                || Thread.getAllStackTraces().keySet().stream()
                        .anyMatch(thread -> thread.getName().equals("nn-warm-up")));
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread == Thread.currentThread() || thread.getName().startsWith("nn-worker-"))
                .mapToLong(Thread::getId)
                .toArray();
    }

    private long repeat(Runnable call, long nanoseconds) {
        long calls = 0;
        long end = threads.getCurrentThreadCpuTime() + nanoseconds;
        do {
            for (int i = 0; i < CALLS_A_LOOK; i++) {
                call.run();
            }
            calls += CALLS_A_LOOK;
        } while (threads.getCurrentThreadCpuTime() < end);
        return calls;
    }

    private long allocated(long[] threadIds) {
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threadIds)) {
            sum += bytes;
        }
        return sum;
    }
}
