package org.nnlang.samples.benchmarks.peers;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A contender in a virtual machine of its own, so that neither its libraries nor its compiled code meet those of others.
 *
 * <p>Orders go over a socket of this machine, since some libraries write to the standard output.
 */
final class WorkerProcess implements AutoCloseable {
    private static final int START_MILLISECONDS = 120_000;

    private final Entry entry;
    private final Process process;
    private final Socket socket;
    private final DataInputStream answers;
    private final DataOutputStream orders;
    private final String version;

    /** @param folder where everything goes that its libraries print, and the native code that they unpack */
    WorkerProcess(Entry entry, Path folder) throws IOException {
        this.entry = entry;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(START_MILLISECONDS);
            ProcessBuilder builder = new ProcessBuilder(command(entry, folder, server.getLocalPort()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(entry.name().toLowerCase(Locale.ROOT) + ".log")
                            .toFile());
            builder.environment().putAll(entry.environment());
            this.process = builder.start();
            this.socket = server.accept();
        }
        socket.setTcpNoDelay(true);
        this.answers = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.orders = new DataOutputStream(socket.getOutputStream());
        this.version = firstAnswer(folder);
    }

    private String firstAnswer(Path folder) throws IOException {
        try {
            return answers.readUTF();
        } catch (EOFException e) {
            throw new IOException(
                    entry.title() + " does not start: status "
                            + process.onExit().join().exitValue() + ", its log is in " + folder,
                    e);
        }
    }

    private static List<String> command(Entry entry, Path folder, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx2g");
        command.add("-DDJL_CACHE_DIR=" + folder.resolve("djl"));
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("javacpp"));
        command.addAll(entry.options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        command.addAll(List.of(entry.name(), Integer.toString(port)));
        return command;
    }

    Entry entry() {
        return entry;
    }

    String version() {
        return version;
    }

    /** Gets ready; says whether the library can do this at all. */
    boolean prepare(Workload workload) throws IOException {
        orders.writeUTF("prepare");
        orders.writeUTF(workload.network().name());
        orders.writeBoolean(workload.training());
        orders.writeInt(workload.batch());
        return answers.readBoolean();
    }

    /** The numbers of one run. */
    float[] run() throws IOException {
        orders.writeUTF("run");
        float[] result = new float[answers.readInt()];
        for (int i = 0; i < result.length; i++) {
            result[i] = answers.readFloat();
        }
        return result;
    }

    /** Runs for so many seconds; gives the nanoseconds of one. */
    double measure(double seconds) throws IOException {
        orders.writeUTF("measure");
        orders.writeDouble(seconds);
        return answers.readDouble();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        process.destroy();
    }
}
