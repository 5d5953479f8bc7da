package dev.galley.kernelc.symbols;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.lex.Branch;
import dev.galley.text.Bytes;
import dev.galley.tree.MemoryTree;
import dev.galley.tree.Tree;
import dev.galley.tree.TreeEntry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What a name means, and for whom. */
@Test
public final class TreeSymbolsTest {

  private static final Tree TREE =
      MemoryTree.of(
          "drivers/pci/a.c",
          "#include <linux/pci.h>\n#include \"own.h\"\nstatic int local;\nint f(void) { return local; }\n",
          "drivers/pci/own.h",
          "struct own { int x; };\n",
          "drivers/pci/other.h",
          "struct shared { int other; };\n",
          "drivers/net/b.c",
          "struct shared { int b; };\nstatic int local;\n",
          "include/linux/pci.h",
          """
          #ifndef PCI_H
          #define PCI_H
          #include <asm/io.h>
          #include <linux/far.h>
          #ifdef CONFIG_IOV
          struct pci_dev { int a; };
          #else
          struct pci_dev { int b; };
          #endif
          enum kind { ONE, TWO = 2, };
          typedef unsigned int u32;
          typedef int (*fn_t)(int);
          #define TWICE(x) ((x) * 2)
          extern int global;
          struct pci_dev *get(void);
          #endif
          """,
          "include/linux/far.h",
          "#include <asm/only.h>\nstruct far { int f; };\n",
          "include/linux/lonely.h",
          "struct shared { int lonely; };\n",
          "include/asm-generic/only.h",
          "struct generic { int g; };\n",
          "arch/x86/include/asm/io.h",
          "struct io { int x86; };\n",
          "arch/arm/include/asm/io.h",
          "struct io { int arm; };\n",
          "arch/arm/mach/m.c",
          "#include <linux/pci.h>\nstruct io *x;\n",
          "tools/include/linux/pci.h",
          "struct pci_dev { int tools; };\nstruct shared { int tools; };\n",
          "tools/t.c",
          "#include <linux/pci.h>\n");

  /** With an index, and without. */
  @DataProvider
  public Object[][] ways() throws IOException {
    return new Object[][] {{"scan", TreeSymbols.of(TREE)}, {"index", indexed(TREE)}};
  }

  static TreeSymbols indexed(Tree tree) throws IOException {
    IndexBuilder.Built built = IndexBuilder.build(tree, "0".repeat(40), Optional.empty());
    java.nio.ByteBuffer all =
        java.nio.ByteBuffer.allocate(built.octets().stream().mapToInt(b -> b.remaining()).sum());
    built.octets().forEach(all::put);
    all.flip();
    return TreeSymbols.of(tree, new TreeIndex(SymbolIndex.of(all), built.read()));
  }

  private static List<String> files(List<Symbol> symbols) {
    return symbols.stream().map(symbol -> symbol.file().path()).toList();
  }

  @Test(dataProvider = "ways")
  public void eachKindIsFoundWhereItIs(String way, TreeSymbols symbols) {
    String from = "drivers/pci/a.c";
    String header = "include/linux/pci.h";
    assertEquals(files(symbols.find(SymbolKind.VARIABLE, "local", from)).get(0), from);
    assertEquals(files(symbols.find(SymbolKind.FUNCTION, "f", from)), List.of(from));
    assertEquals(files(symbols.find(SymbolKind.RECORD, "own", from)), List.of("drivers/pci/own.h"));
    assertEquals(files(symbols.find(SymbolKind.ENUM, "kind", from)), List.of(header));
    assertEquals(files(symbols.find(SymbolKind.ENUMERATOR, "TWO", from)), List.of(header));
    assertEquals(files(symbols.find(SymbolKind.TYPEDEF, "u32", from)), List.of(header));
    assertEquals(files(symbols.find(SymbolKind.TYPEDEF, "fn_t", from)), List.of(header));
    assertEquals(files(symbols.find(SymbolKind.MACRO, "TWICE", from)), List.of(header));
    assertEquals(files(symbols.find(SymbolKind.VARIABLE, "global", from)), List.of(header));
    assertEquals(files(symbols.find(SymbolKind.FUNCTION, "get", from)), List.of(header));
  }

  @Test(dataProvider = "ways")
  public void kindsAreToldApart(String way, TreeSymbols symbols) {
    String from = "drivers/pci/a.c";
    assertEquals(symbols.find(SymbolKind.ENUM, "pci_dev", from), List.of());
    assertEquals(symbols.find(SymbolKind.VARIABLE, "u32", from), List.of());
    assertEquals(symbols.find(SymbolKind.VARIABLE, "get", from), List.of());
    assertEquals(symbols.find(SymbolKind.FUNCTION, "global", from), List.of());
    assertEquals(symbols.find(SymbolKind.MACRO, "PCI_DEV", from), List.of());
    assertEquals(symbols.find(SymbolKind.RECORD, "nowhere", from), List.of());
  }

  @Test(dataProvider = "ways")
  public void alternativesKeepTheirConditions(String way, TreeSymbols symbols) {
    List<Symbol> found =
        symbols.find(SymbolKind.RECORD, "pci_dev", "drivers/pci/a.c").subList(0, 2);
    assertEquals(files(found), List.of("include/linux/pci.h", "include/linux/pci.h"));
    assertEquals(
        found.stream().map(s -> s.conditions().stream().map(Branch::text).toList()).toList(),
        List.of(List.of("#ifdef CONFIG_IOV"), List.of("#else")),
        "the include guard left out");
  }

  public void macrosAmidADeclarationAreFound() throws IOException {
    Tree tree =
        MemoryTree.of(
            "a.c",
            """
            struct a {
              int flags;
            #define FLAG_A 1
            };
            enum { ONE,
            #define ONE ONE
            };
            int f(void)
            {
            #define LOCAL(x) (x)
              return LOCAL(1);
            }
            """);
    for (TreeSymbols symbols : List.of(TreeSymbols.of(tree), indexed(tree))) {
      for (String name : List.of("FLAG_A", "ONE", "LOCAL")) {
        List<Symbol> found = symbols.find(SymbolKind.MACRO, name, "a.c");
        assertEquals(files(found), List.of("a.c"), name);
        assertEquals(
            found.get(0).file().macro(found.get(0).external()).orElseThrow().name().text(), name);
      }
    }
  }

  public void anAssemblerNameIsNoName() throws IOException {
    Tree tree =
        MemoryTree.of(
            "a.c",
            """
            extern int plain asm("x");
            register unsigned long stack __asm__("r1");
            int called(int a) asm("y");
            int both asm("z") = 1, next asm("w");
            """);
    for (TreeSymbols symbols : List.of(TreeSymbols.of(tree), indexed(tree))) {
      for (String name : List.of("plain", "stack", "both", "next")) {
        assertEquals(files(symbols.find(SymbolKind.VARIABLE, name, "a.c")), List.of("a.c"), name);
      }
      assertEquals(files(symbols.find(SymbolKind.FUNCTION, "called", "a.c")), List.of("a.c"));
    }
  }

  public void nearestFirst() throws IOException {
    TreeSymbols symbols = indexed(TREE);
    assertEquals(
        files(symbols.find(SymbolKind.RECORD, "shared", "drivers/pci/a.c")),
        List.of(
            "drivers/pci/other.h",
            "include/linux/lonely.h",
            "drivers/net/b.c",
            "tools/include/linux/pci.h"));
    assertEquals(
        files(symbols.find(SymbolKind.RECORD, "shared", "drivers/net/b.c")).get(0),
        "drivers/net/b.c");
    assertEquals(
        files(symbols.find(SymbolKind.RECORD, "shared", "tools/t.c")).get(0),
        "tools/include/linux/pci.h");
    assertEquals(
        files(symbols.find(SymbolKind.RECORD, "io", "arch/arm/mach/m.c")),
        List.of("arch/arm/include/asm/io.h", "arch/x86/include/asm/io.h"));
    assertEquals(
        files(symbols.find(SymbolKind.RECORD, "io", "drivers/pci/a.c")),
        List.of("arch/x86/include/asm/io.h", "arch/arm/include/asm/io.h"));
  }

  @Test(dataProvider = "ways")
  public void includesAreFollowed(String way, TreeSymbols symbols) {
    String from = "drivers/pci/a.c";
    assertTrue(symbols.reaches(from, from));
    assertTrue(symbols.reaches(from, "drivers/pci/own.h"));
    assertTrue(symbols.reaches(from, "include/linux/far.h"));
    assertTrue(symbols.reaches(from, "include/asm-generic/only.h"), "no arch has its own");
    assertTrue(symbols.reaches(from, "arch/x86/include/asm/io.h"));
    assertTrue(symbols.reaches(from, "arch/arm/include/asm/io.h"), "on another architecture");
    assertTrue(symbols.reaches("arch/arm/mach/m.c", "arch/arm/include/asm/io.h"));
    assertTrue(symbols.reaches("tools/t.c", "tools/include/linux/pci.h"));
    assertEquals(symbols.reaches("tools/t.c", "include/linux/pci.h"), false);
    assertEquals(symbols.reaches("arch/arm/mach/m.c", "arch/x86/include/asm/io.h"), false);
    assertEquals(symbols.reaches(from, "drivers/pci/other.h"), false);
    assertEquals(symbols.reaches(from, "include/linux/lonely.h"), false);
    assertEquals(symbols.reaches("include/linux/far.h", from), false);
  }

  @Test(dataProvider = "ways")
  public void aPatchedTreeHasItsOwnNames(String way, TreeSymbols before) {
    Map<String, Tree.Edit> edits =
        Map.of(
            "drivers/pci/own.h", new Tree.Edit(TreeEntry.FILE, Bytes.utf8("struct fresh { };\n")),
            "drivers/net/b.c", Tree.Edit.REMOVE,
            "drivers/pci/new.h", new Tree.Edit(TreeEntry.FILE, Bytes.utf8("struct own { };\n")));
    TreeSymbols after = before.with(TREE.with(edits), Set.copyOf(edits.keySet()));
    String from = "drivers/pci/a.c";
    assertEquals(files(after.find(SymbolKind.RECORD, "fresh", from)), List.of("drivers/pci/own.h"));
    assertEquals(files(after.find(SymbolKind.RECORD, "own", from)), List.of("drivers/pci/new.h"));
    assertEquals(after.mentions("local"), List.of("drivers/pci/a.c"));
    assertEquals(files(before.find(SymbolKind.RECORD, "own", from)), List.of("drivers/pci/own.h"));
    assertEquals(before.find(SymbolKind.RECORD, "fresh", from), List.of());
    assertTrue(after.file("drivers/net/b.c").isEmpty());
    assertTrue(before.file("drivers/net/b.c").isPresent());
  }

  @Test(dataProvider = "ways")
  public void filesAreCutOnce(String way, TreeSymbols symbols) {
    assertEquals(symbols.file("drivers/pci/a.c"), symbols.file("drivers/pci/a.c"));
    assertTrue(symbols.file("drivers/pci").isEmpty());
    assertTrue(symbols.file("nothing.c").isEmpty());
  }
}
