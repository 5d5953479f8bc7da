package dev.galley.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes the signatures out of the libraries beside the jar; {@code bin/galley-archive} runs it.
 *
 * <p>The JVM archives no class of a signed jar and checks its signature at every start: JGit's cost
 * a tenth of a second. Maven has compared the library with its checksum when it came here.
 */
final class Unsigned {

  private Unsigned() {}

  /** Takes the folder of the libraries. */
  public static void main(String[] arguments) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
      for (Path jar : jars) {
        strip(jar);
      }
    }
  }

  /** Writes a jar anew if it is signed. */
  static void strip(Path jar) throws IOException {
    Path written = jar.resolveSibling(jar.getFileName() + ".unsigned");
    try (ZipFile in = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(in.entries());
      if (entries.stream().noneMatch(entry -> isSignature(entry.getName()))) {
        return;
      }
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(written))) {
        for (ZipEntry entry : entries) {
          if (!isSignature(entry.getName())) {
            copy(in, entry, out);
          }
        }
      }
    }
    Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(ZipFile in, ZipEntry entry, ZipOutputStream out) throws IOException {
    ZipEntry kept = new ZipEntry(entry.getName());
    kept.setTime(entry.getTime());
    out.putNextEntry(kept);
    try (InputStream octets = in.getInputStream(entry)) {
      if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
        withoutDigests(octets, out);
      } else {
        octets.transferTo(out);
      }
    }
    out.closeEntry();
  }

  private static void withoutDigests(InputStream octets, OutputStream out) throws IOException {
    Manifest manifest = new Manifest(octets);
    for (Attributes attributes : manifest.getEntries().values()) {
      attributes.keySet().removeIf(name -> name.toString().endsWith("-Digest"));
    }
    manifest.getEntries().values().removeIf(Attributes::isEmpty);
    manifest.write(out);
  }

  private static boolean isSignature(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("META-INF/")
        && (upper.endsWith(".SF")
            || upper.endsWith(".RSA")
            || upper.endsWith(".DSA")
            || upper.endsWith(".EC"));
  }
}
