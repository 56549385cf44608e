package org.nnlang.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.plexus.build.DefaultBuildContext;
import org.jspecify.annotations.Nullable;

/** An editor that keeps its markers for a test to look at. */
final class RecordingBuildContext extends DefaultBuildContext {
    final List<String> marked = new ArrayList<>();
    final List<String> unmarked = new ArrayList<>();
    final List<File> refreshed = new ArrayList<>();

    RecordingBuildContext() {
        super(new org.sonatype.plexus.build.incremental.DefaultBuildContext());
    }

    @Override
    public void addMessage(File file, int line, int column, String message, int severity, @Nullable Throwable cause) {
        String kind = severity == SEVERITY_ERROR ? "error" : "warning";
        marked.add(file.getName() + ":" + line + ":" + column + " " + kind + " " + message);
    }

    @Override
    public void removeMessages(File file) {
        unmarked.add(file.getName());
    }

    @Override
    public void refresh(File file) {
        refreshed.add(file);
    }
}
