package org.nnlang.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nnlang.runtime.data.DrawnDigits;
import org.nnlang.runtime.data.MnistFile;
import picocli.CommandLine;

/** Fetches from a server of its own; nothing leaves this machine. */
class MnistFetchTest {
    @TempDir
    private Path folder;

    private final Map<String, byte[]> served = new ConcurrentHashMap<>();
    private HttpServer server = start();

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            byte[] body = served.get(exchange.getRequestURI().getPath());
            if (body == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                boolean broken = exchange.getRequestURI().getPath().startsWith("/broken/");
                exchange.sendResponseHeaders(200, broken ? body.length + 1000L : body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private NnRun fetch(String... mirrors) {
        List<String> addresses = Stream.of(mirrors)
                .map(mirror -> "http://127.0.0.1:" + server.getAddress().getPort() + "/" + mirror + "/")
                .toList();
        CommandLine command = Nn.commandLine();
        CommandLine mnist = Objects.requireNonNull(command.getSubcommands().get("mnist"));
        mnist.getCommandSpec().removeSubcommand("fetch");
        mnist.addSubcommand("fetch", new MnistFetchCommand(addresses));
        return NnRun.of(command, "mnist", "fetch", folder.resolve("mnist").toString());
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void refusesContentThatIsNotMnist() throws IOException {
        Path other = folder.resolve("other");
        DrawnDigits.writeIdx(other, 1, 10, 10);
        for (MnistFile file : MnistFile.values()) {
            byte[] content = Files.readAllBytes(file.find(other).orElseThrow());
            served.put("/a/" + file.fileName() + ".gz", content);
        }
        NnRun run = fetch("a");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("not the content of MNIST").contains("nothing was written");
        assertThat(folder.resolve("mnist")).isEmptyDirectory();
    }

    @Test
    void namesEveryMirrorThatFailed() throws IOException {
        served.put("/broken/" + MnistFile.TRAIN_IMAGES.fileName() + ".gz", gzip(new byte[5000]));
        NnRun run = fetch("none", "broken");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("/none/").contains("answered 404").contains("/broken/");
        assertThat(folder.resolve("mnist")).isEmptyDirectory();
    }

    @Test
    void fetchesTheRealFilesFromTheSecondMirrorOnce() throws IOException {
        Path real = realMnist();
        Assumptions.assumeTrue(!real.toString().isEmpty(), "the real MNIST is not at hand");
        for (MnistFile file : MnistFile.values()) {
            served.put("/b/" + file.fileName() + ".gz", Files.readAllBytes(real.resolve(file.fileName() + ".gz")));
        }
        NnRun first = fetch("none", "b");
        assertThat(first.exit()).isZero();
        assertThat(first.err()).contains("[##############################]");
        for (MnistFile file : MnistFile.values()) {
            file.verify(folder.resolve("mnist"));
        }
        served.clear();
        NnRun second = fetch("b");
        assertThat(second.exit()).isZero();
        assertThat(second.err()).contains("is there already");
    }

    private static Path realMnist() {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path candidate = above.resolve("shared/data/mnist");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return Path.of("");
    }
}
