package org.nnlang.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.codehaus.plexus.build.BuildContext;

/**
 * Compiles the `.nn` files of the project's main sources to Java.
 *
 * <p>They may import from `.nn` files in the jars of dependencies. To let other projects import these ones, add their folder to
 * the project's resources.
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends AbstractGenerateMojo {
    /** The folder with the `.nn` files; its structure gives the packages. */
    @Parameter(property = "nn.sourceDirectory", defaultValue = "${project.basedir}/src/main/nn", required = true)
    File sourceDirectory;

    /** Where the Java files go; nothing else should be there. */
    @Parameter(
            property = "nn.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/nn",
            required = true)
    File outputDirectory;

    /** Made by Maven. */
    @Inject
    public GenerateMojo(BuildContext buildContext) {
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
        return libraries(
                project.getCompileClasspathElements(), project.getBuild().getOutputDirectory());
    }

    @Override
    void addSourceRoot(String folder) {
        project.addCompileSourceRoot(folder);
    }
}
