package dev.galley.cli;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** The real {@code bin/galley} in a process of its own, in a home with a space in its name. */
public class LauncherTest {

  private Path folder = Path.of("");
  private Path launcher = Path.of("");

  private record Ended(int status, String out, String err) {}

  @BeforeClass
  public void makeHome() throws IOException {
    if (!Files.isExecutable(Path.of("/bin/sh"))) {
      throw new SkipException("there is no /bin/sh");
    }
    folder = Files.createTempDirectory("galley-home");
    Path home = Files.createDirectories(folder.resolve("my home"));
    launcher = Files.createDirectories(home.resolve("bin")).resolve("galley");
    Files.copy(Path.of("bin/galley"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
    writeJar(Files.createDirectories(home.resolve("target")).resolve("galley.jar"));
  }

  @AfterClass(alwaysRun = true)
  public void removeHome() throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
  }

  /** A jar of nothing but a manifest that names this process's class path. */
  private static void writeJar(Path jar) throws IOException {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toASCIIString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
  }

  private Ended run(String command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(List.of("/bin/sh", "-c", command))
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("GALLEY", launcher.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + command);
    }
    return new Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  public void aReviewGoesToStandardOutput() throws Exception {
    Ended ended = run("\"$GALLEY\" review --base fixtures/tree/default fixtures/series/default");
    assertEquals(ended.err(), "");
    assertEquals(ended.status(), 0);
    assertTrue(ended.out().startsWith("[PATCH 0/3] misc: lantern"), ended.out());
    assertFalse(ended.out().contains("\u001b"), "a file gets no colours");
  }

  @Test
  public void aClosedPipeIsNoError() throws Exception {
    Ended ended = run("\"$GALLEY\" checks | head -n 1");
    assertEquals(ended.out().lines().count(), 1);
    assertEquals(ended.err(), "");
    assertEquals(run("\"$GALLEY\" checks | :").err(), "");
  }

  @Test
  public void aFullDeviceOrAClosedStreamIsSaid() throws Exception {
    Ended full = run("\"$GALLEY\" checks >/dev/full");
    assertEquals(full.status(), 2);
    assertTrue(full.err().startsWith("galley: standard output: "), full.err());
    assertEquals(run("\"$GALLEY\" checks >&-").status(), 2);
    Ended noInput = run("\"$GALLEY\" review - <&-");
    assertEquals(noInput.status(), 2);
    assertTrue(noInput.err().contains("empty (0 bytes)"), noInput.err());
  }

  @Test
  public void wrongInputIsStatusTwoAndWords() throws Exception {
    Ended ended = run(": >\"" + folder + "/empty\"; \"$GALLEY\" review \"" + folder + "/empty\"");
    assertEquals(ended.status(), 2);
    assertEquals(ended.out(), "");
    assertTrue(ended.err().startsWith("galley: "), ended.err());
    assertFalse(ended.err().contains("\tat "), ended.err());
  }

  @Test
  public void itFindsItsHomeThroughSymbolicLinks() throws Exception {
    Ended ended =
        run(
            "cd \"$(dirname \"$GALLEY\")\" && ln -sf galley g1 && ln -sf \"$PWD/g1\" ../g2"
                + " && cd / && \"${GALLEY%/bin/*}/g2\" --version");
    assertEquals(ended.err(), "");
    assertEquals(ended.status(), 0);
  }

  @Test
  public void anArchiveThatDoesNotFitIsPassedOver() throws Exception {
    Ended ended =
        run(
            "start=${GALLEY%/bin/*}/target/start; mkdir -p \"$start\";"
                + " . \"$JAVA_HOME/release\"; echo rubbish >\"$start/$JAVA_VERSION.jsa\";"
                + " \"$GALLEY\" --version; s=$?; rm -r \"$start\"; exit $s");
    assertEquals(ended.err(), "");
    assertEquals(ended.status(), 0);
  }

  @Test
  public void aMissingBuildIsSaidWithTheCommand() throws Exception {
    Ended ended =
        run(
            "other=${GALLEY%/bin/*}/../other; mkdir -p \"$other/bin\";"
                + " cp \"$GALLEY\" \"$other/bin/galley\"; \"$other/bin/galley\" checks");
    assertEquals(ended.status(), 3);
    assertTrue(ended.err().contains("is not built\n  Run: mvn -f "), ended.err());
  }
}
