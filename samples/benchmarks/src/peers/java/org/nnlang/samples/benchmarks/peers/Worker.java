package org.nnlang.samples.benchmarks.peers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nnlang.samples.benchmarks.Network;

/** The program of a contender's own virtual machine: takes orders from {@link WorkerProcess}, one after another. */
final class Worker {
    private final Contender contender;
    private final DataInputStream orders;
    private final DataOutputStream answers;
    private @Nullable Task task;

    private Worker(Contender contender, DataInputStream orders, DataOutputStream answers) {
        this.contender = contender;
        this.orders = orders;
        this.answers = answers;
    }

    public static void main(String[] arguments) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]))) {
            Contender contender = Entry.valueOf(arguments[0]).contender();
            DataOutputStream answers = new DataOutputStream(socket.getOutputStream());
            answers.writeUTF(contender.version());
            new Worker(contender, new DataInputStream(socket.getInputStream()), answers).serve();
        }
        // Libraries leave threads behind.
        System.exit(0);
    }

    private void serve() throws Exception {
        try {
            while (true) {
                switch (orders.readUTF()) {
                    case "prepare" -> prepare();
                    case "run" -> run();
                    case "measure" -> measure();
                    default -> throw new IllegalArgumentException("no such order");
                }
                answers.flush();
            }
        } catch (EOFException e) {
            // The comparison is over.
        }
    }

    /** Answers whether the contender can do it. */
    private void prepare() throws Exception {
        Network network = Network.valueOf(orders.readUTF());
        boolean training = orders.readBoolean();
        int batch = orders.readInt();
        task = null;
        Optional<Task> prepared =
                training ? contender.train(network, batch) : Optional.of(contender.predict(network, batch));
        task = prepared.orElse(null);
        answers.writeBoolean(prepared.isPresent());
    }

    private Task task() {
        if (task == null) {
            throw new IllegalStateException("nothing is prepared");
        }
        return task;
    }

    /** Does it once and answers with the numbers. */
    private void run() throws Exception {
        float[] result = task().run();
        answers.writeInt(result.length);
        for (float value : result) {
            answers.writeFloat(value);
        }
    }

    /** Does it for so many seconds and answers with the nanoseconds a time. */
    private void measure() throws Exception {
        double seconds = orders.readDouble();
        Task measured = task();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        long times = 0;
        long now;
        do {
            measured.run();
            times++;
            now = System.nanoTime();
        } while (now < end);
        answers.writeDouble((now - begin) / (double) times);
    }
}
