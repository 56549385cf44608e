package org.nnlang.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.codehaus.plexus.build.BuildContext;

/** Compiles the `.nn` files of the project's tests to Java. */
@Mojo(
        name = "generate-test",
        defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class GenerateTestMojo extends AbstractGenerateMojo {
    /** The folder with the `.nn` files; its structure gives the packages. */
    @Parameter(property = "nn.testSourceDirectory", defaultValue = "${project.basedir}/src/test/nn", required = true)
    File sourceDirectory;

    /** Where the Java files go; nothing else should be there. */
    @Parameter(
            property = "nn.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/nn",
            required = true)
    File outputDirectory;

    /** The main `.nn` files, which those of the tests may import. */
    @Parameter(property = "nn.sourceDirectory", defaultValue = "${project.basedir}/src/main/nn")
    File mainSourceDirectory;

    /** Made by Maven. */
    @Inject
    public GenerateTestMojo(BuildContext buildContext) {
        super(buildContext);
    }

    @Override
    File sourceFolder() {
        return sourceDirectory;
    }

    @Override
    File outputFolder() {
        return outputDirectory;
    }

    @Override
    List<Path> libraries() throws DependencyResolutionRequiredException {
        List<Path> libraries = new ArrayList<>();
        libraries.add(mainSourceDirectory.toPath());
        libraries.addAll(
                libraries(project.getTestClasspathElements(), project.getBuild().getTestOutputDirectory()));
        return libraries;
    }

    @Override
    void addSourceRoot(String folder) {
        project.addTestCompileSourceRoot(folder);
    }
}
