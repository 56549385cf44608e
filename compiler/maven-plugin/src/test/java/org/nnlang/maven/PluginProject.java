package org.nnlang.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;

/** A Maven project in a folder of its own, and the goals configured as Maven would by default. */
final class PluginProject {
    final MavenProject maven = new MavenProject();
    final RecordingLog log = new RecordingLog();
    final RecordingBuildContext editor = new RecordingBuildContext();
    final Path folder;

    /** What Maven lets the executions of one build share. */
    private Map<Object, Object> pluginContext = new HashMap<>();

    PluginProject(Path folder) {
        this.folder = folder;
        Build build = new Build();
        build.setDirectory(file("target").getPath());
        build.setOutputDirectory(file("target/classes").getPath());
        build.setTestOutputDirectory(file("target/test-classes").getPath());
        maven.setBuild(build);
    }

    File file(String name) {
        return folder.resolve(name).toFile();
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    GenerateMojo generate() {
        GenerateMojo goal = new GenerateMojo(editor);
        goal.sourceDirectory = file("src/main/nn");
        goal.outputDirectory = file("target/generated-sources/nn");
        goal.pluginVersion = "1.0";
        return configured(goal);
    }

    GenerateTestMojo generateTest() {
        GenerateTestMojo goal = new GenerateTestMojo(editor);
        goal.sourceDirectory = file("src/test/nn");
        goal.mainSourceDirectory = file("src/main/nn");
        goal.outputDirectory = file("target/generated-test-sources/nn");
        goal.pluginVersion = "1.0";
        return configured(goal);
    }

    CheckMojo check() {
        CheckMojo goal = new CheckMojo(editor);
        goal.sourceDirectory = file("src/main/nn");
        return configured(goal);
    }

    private <M extends AbstractNnMojo> M configured(M goal) {
        goal.project = maven;
        goal.setLog(log);
        goal.setPluginContext(pluginContext);
        return goal;
    }

    /** Goals made from now on belong to another build. */
    void startAnotherBuild() {
        pluginContext = new HashMap<>();
    }

    /** The names of the Java files below a folder, without their folders. */
    List<String> javaFiles(String name) throws IOException {
        Path root = folder.resolve(name);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
