package org.nnlang.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.nnlang.runtime.data.MnistFile;

/**
 * Downloads files of MNIST from the first mirror that gives the right content.
 *
 * <p>A file is written to a folder of its own first, checked there, and moved when it is right: what is in the target folder is always
 * whole.
 */
final class Download {
    private static final int BUFFER = 1 << 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> mirrors;
    private final PrintWriter progress;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Download(List<String> mirrors, PrintWriter progress) {
        this.mirrors = mirrors;
        this.progress = progress;
    }

    /** Fetches one file, as it is served: gzip. */
    void fetch(MnistFile file, Path folder) throws IOException {
        String name = file.fileName() + ".gz";
        StringBuilder failures = new StringBuilder();
        for (String mirror : mirrors) {
            Path partial = Files.createTempDirectory(folder, ".fetch");
            Path temporary = partial.resolve(name);
            try {
                download(URI.create(mirror + name), temporary);
                file.verify(partial);
                Files.move(temporary, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (IOException e) {
                failures.append("\n  ").append(mirror).append(name).append(": ").append(reason(e));
            } finally {
                Files.deleteIfExists(temporary);
                Files.deleteIfExists(partial);
            }
        }
        throw new Failure("cannot fetch " + name + "; nothing was written" + failures);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void download(URI address, Path target) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("the server answered " + response.statusCode());
                }
                long size =
                        response.headers().firstValueAsLong("Content-Length").orElse(-1);
                copy(body, target, size, String.valueOf(target.getFileName()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void copy(InputStream body, Path target, long size, String name) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long written = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                out.write(buffer, 0, read);
                written += read;
                progress.print("\r" + ProgressBar.line(name, written, size));
                progress.flush();
            }
        }
        progress.println();
        if (size >= 0 && written != size) {
            throw new IOException("the connection ended after " + written + " of " + size + " bytes");
        }
    }
}
