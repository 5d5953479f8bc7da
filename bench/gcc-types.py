#!/usr/bin/python3
"""Ask gcc for the types of a seeded random sample of expressions of drivers/pci.

Usage: gcc-types.py BUILD COUNT > fixtures/kernelc/types-gcc.tsv

BUILD is a copy of the kernel tree in which "make drivers/pci/" has run for x86_64 (the configuration is
in docs/types-against-gcc.md); the command lines come from its .o.cmd files. COUNT is the number of rows
wanted.

1. libclang 14 (Debian: python3-clang-14) reads each file with the same -I, -D and -include and gives the
   octet ranges of all expressions inside functions. A range is taken only if it stands in the file itself:
   it is disjoint from every macro call, or holds it whole, or is a macro call as a whole.
2. A seeded shuffle picks from each kind of expression in turn, ranges of one file never overlapping.
3. Each picked expression E is replaced in a copy of the file by
       (*({ struct galley_probe_N **p = (__typeof__(E) **)0; (__typeof__(E) *)0; }))
   which keeps it an lvalue. gcc's warning about incompatible pointers then names the type, and behind "aka"
   the resolved one. Two stars are taken off again. An expression that gcc refuses there is dropped.
   For bit-fields, which __typeof__ refuses, the declared type and the width come from libclang.
4. Where clang's canonical type differs from gcc's, a line goes to stderr, to be read.
"""
import collections
import glob
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile

from clang import cindex
from clang.cindex import CursorKind

SEED = 20261122

# At least so many of a kind (6 of any other), where there are so many.
FLOOR = {"bit-field": 20, "cast": 25, "conditional": 25, "container": 40, "index": 25, "macro call": 60,
         "sizeof": 15, "string": 15, "binary +": 20, "binary -": 20, "binary <<": 15, "unary *": 15}

# Macros that declare something: no expressions, though __typeof__ may swallow them.
DECLARING = re.compile(r"DECLARE_|DEFINE_|guard$|scoped_guard$|CLASS$")

KINDS = {
    CursorKind.DECL_REF_EXPR: "name",
    CursorKind.MEMBER_REF_EXPR: "member",
    CursorKind.CALL_EXPR: "call",
    CursorKind.BINARY_OPERATOR: "binary",
    CursorKind.COMPOUND_ASSIGNMENT_OPERATOR: "compound",
    CursorKind.UNARY_OPERATOR: "unary",
    CursorKind.CSTYLE_CAST_EXPR: "cast",
    CursorKind.CONDITIONAL_OPERATOR: "conditional",
    CursorKind.ARRAY_SUBSCRIPT_EXPR: "index",
    CursorKind.INTEGER_LITERAL: "integer",
    CursorKind.CHARACTER_LITERAL: "character",
    CursorKind.STRING_LITERAL: "string",
    CursorKind.PAREN_EXPR: "parenthesis",
    CursorKind.CXX_UNARY_EXPR: "sizeof",
    CursorKind.StmtExpr: "statement expression",
}


def command(path):
    """The object's compile command as words, or None."""
    with open(path, encoding="utf-8") as file:
        line = file.readline()
    found = re.match(r"savedcmd_\S+ := (gcc .*)", line)
    return shlex.split(found.group(1).split(" ; ")[0].rstrip(";")) if found else None


def clang_words(words):
    kept = []
    following = False
    for word in words:
        if following:
            kept.append(word)
            following = False
        elif word in ("-include", "-isystem"):
            kept.append(word)
            following = True
        elif re.match(r"-[IDU].|-nostdinc|-std=|-fms-extensions|-funsigned-char|-fshort-wchar|-m64", word):
            kept.append(word)
    return kept + ["-w", "-ferror-limit=0", "-Wno-error"]


def gcc_words(words, copy, directory):
    words = [w for w in words if not re.match(r"-Werror|-W[a-z]|-Wp,|-c$", w)]
    at = words.index("-o")
    words = words[:at] + words[at + 2:-1]
    return words + ["-iquote", directory, "-fsyntax-only", "-Wincompatible-pointer-types", "-fmax-errors=0",
                    "-fdiagnostics-plain-output", copy]


def span(cursor, path):
    start, end = cursor.extent.start, cursor.extent.end
    if not start.file or start.file.name != path or not end.file or end.file.name != path:
        return None
    return (start.offset, end.offset) if start.offset < end.offset else None


def operator(cursor, text, children):
    if len(children) != 2:
        return "?"
    left, right = children[0].extent.end.offset, children[1].extent.start.offset
    between = re.sub(rb"/\*.*?\*/", b" ", text[left:right], flags=re.S).decode("utf-8", "replace")
    found = re.findall(r"<<=|>>=|[-+*/%&|^<>=!]=|<<|>>|&&|\|\||[-+*/%&|^<>=,]", between)
    return found[-1] if found else "?"


def kind_of(cursor, text, macros, where):
    if where in macros:
        called = text[where[0]:where[1]].rstrip().endswith(b")")
        name = macros[where]
        if called and re.match(r"to_|container_of|list_(first_|last_|next_|prev_)?entry", name):
            return "container " + name
        return ("macro call " if called else "macro ") + name
    kind = KINDS[cursor.kind]
    if kind == "name":
        target = cursor.referenced.kind if cursor.referenced else None
        return {CursorKind.ENUM_CONSTANT_DECL: "enumerator", CursorKind.FUNCTION_DECL: "function",
                CursorKind.PARM_DECL: "parameter"}.get(target, "variable")
    if kind in ("binary", "compound"):
        return "binary " + operator(cursor, text, list(cursor.get_children()))
    if kind == "unary":
        found = re.match(rb"\+\+|--|[-+!~*&]", text[where[0]:where[1]])
        return "unary " + (found.group().decode() if found else "postfix")
    return kind


class Candidate:
    def __init__(self, path, where, kind, cursor):
        self.path = path
        self.where = where
        self.kind = kind
        self.clang = cursor.type.get_canonical().spelling
        self.field = None
        if cursor.kind == CursorKind.MEMBER_REF_EXPR and cursor.referenced is not None:
            field = cursor.referenced
            if field.is_bitfield():
                self.field = (field.type.spelling, field.type.get_canonical().spelling,
                              field.get_bitfield_width())
                self.kind = "bit-field"


def candidates(path, words):
    index = cindex.Index.create()
    unit = index.parse(path, args=clang_words(words),
                       options=cindex.TranslationUnit.PARSE_DETAILED_PROCESSING_RECORD)
    with open(path, "rb") as file:
        text = file.read()
    macros = {}
    tops = []
    for cursor in unit.cursor.get_children():
        if not cursor.location.file or cursor.location.file.name != path:
            continue
        if cursor.kind == CursorKind.MACRO_INSTANTIATION:
            macros.setdefault(span(cursor, path), cursor.spelling)
        elif cursor.kind == CursorKind.FUNCTION_DECL and cursor.is_definition():
            tops.append(cursor)
    # Only outermost calls: what stands in the arguments of a call is inside it.
    calls = sorted(m for m in macros if m)
    outer = []
    for call in calls:
        if not outer or call[0] >= outer[-1][1]:
            outer.append(call)
    found = {}
    errors = [d for d in unit.diagnostics if d.severity >= 3]
    if errors:
        print("clang:", path, len(errors), "errors, first:", errors[0].spelling, file=sys.stderr)

    def visit(cursor, seen):
        where = span(cursor, path)
        if cursor.kind in KINDS and where and where not in found:
            cut = any(c[0] < where[1] and where[0] < c[1] and not (where[0] <= c[0] and c[1] <= where[1])
                      for c in outer)
            body = text[where[0]:where[1]]
            if DECLARING.match(macros.get(where, "")):
                cut = True
            if not cut and len(body) < 300 and b"#" not in body and body.count(b"(") == body.count(b")"):
                found[where] = Candidate(path, where, kind_of(cursor, text, macros, where), cursor)
        for child in cursor.get_children():
            visit(child, seen)

    for top in tops:
        for child in top.get_children():
            if child.kind == CursorKind.COMPOUND_STMT:
                visit(child, None)
    return list(found.values())


def choose(all_candidates, count, random_source):
    """Picks from the kinds in turn, a kind as often as the square root of its share, never overlapping."""
    by_kind = collections.defaultdict(list)
    for candidate in all_candidates:
        by_kind[re.sub(r"^(container|macro call|macro) .*", r"\1", candidate.kind)].append(candidate)
    for group in by_kind.values():
        random_source.shuffle(group)
    weight = {kind: len(group) ** 0.5 for kind, group in by_kind.items()}
    total = sum(weight.values())
    picked = []
    taken = collections.defaultdict(list)
    for kind in sorted(by_kind):
        quota = max(FLOOR.get(kind, 6), round(count * weight[kind] / total))
        for candidate in by_kind[kind]:
            if quota == 0:
                break
            ranges = taken[candidate.path]
            if any(r[0] < candidate.where[1] and candidate.where[0] < r[1] for r in ranges):
                continue
            ranges.append(candidate.where)
            picked.append(candidate)
            quota -= 1
    return picked


def two_stars_off(spelled):
    result = re.sub(r"\(\*\*(const)?\)", "", spelled, count=1)
    if result != spelled:
        return result
    if re.search(r"\(\*\*\*+", spelled):
        return re.sub(r"\(\*\*(\*+)", r"(\1", spelled, count=1)
    return spelled[:-2].rstrip() if spelled.endswith("**") else None


def plain(spelled):
    """gcc's order of words as C people write it: "short unsigned int" is "unsigned short"."""
    for old, new in (("long long unsigned int", "unsigned long long"), ("long unsigned int", "unsigned long"),
                     ("short unsigned int", "unsigned short"), ("long long int", "long long"),
                     ("long int", "long"), ("short int", "short")):
        spelled = re.sub(r"\b%s\b" % old, new, spelled)
    return spelled


def tidy(spelled):
    """One way of spacing: "int (struct x *, int)", "void *(int)", "char[4]"."""
    spelled = re.sub(r",\s+", ", ", " ".join(spelled.split()))
    return spelled.replace("* (", "*(").replace(" [", "[")


HEADER = """\
# Types of a random sample of expressions of drivers/pci, Linux 7.2, x86_64, as gcc 12.2 gives them.
# Made by bench/gcc-types.py (seed and method at its head), explained in docs/types-against-gcc.md.
# path, line, column (1-based, octets), length in octets, type as gcc writes it, type resolved, kind
"""

WARNING = re.compile(
    r"initialization of 'struct galley_probe_(\d+) \*\*' from incompatible pointer type "
    r"'([^']*)'(?: \{aka '([^']*)'\})?")


def ask(path, words, picked, directory):
    with open(path, "rb") as file:
        text = file.read()
    out = []
    position = 0
    ordered = sorted(picked, key=lambda c: c.where)
    for number, candidate in enumerate(ordered):
        start, end = candidate.where
        body = text[start:end]
        out += [text[position:start],
                b"(*({ struct galley_probe_%d **galley = (__typeof__(%s) **)0; (__typeof__(%s) *)0; }))"
                % (number, body, body)]
        position = end
    out.append(text[position:])
    copy = os.path.join(directory, "probe.c")
    with open(copy, "wb") as file:
        file.write(b"".join(out))
    run = subprocess.run(gcc_words(words, copy, os.path.dirname(path)), capture_output=True, text=True,
                         env=dict(os.environ, LC_ALL="C"), check=False)
    types = {}
    for line in run.stderr.splitlines():
        found = WARNING.search(line)
        if found:
            types.setdefault(int(found.group(1)), (found.group(2), found.group(3) or found.group(2)))
    for number, candidate in enumerate(ordered):
        if candidate.field:
            declared, canonical, width = candidate.field
            yield candidate, "%s:%d" % (declared, width), "%s:%d" % (canonical, width)
        elif number in types and ":" in types[number][1]:
            # gcc shows its own cut-down type; C gives an assignment the declared type of the bit-field.
            candidate.kind += " to a bit-field"
            yield candidate, candidate.clang, candidate.clang
        elif number in types:
            written, resolved = (two_stars_off(t) for t in types[number])
            if written is not None and resolved is not None:
                yield candidate, tidy(written), plain(tidy(resolved))
        else:
            print("gcc says nothing:", path, candidate.where, candidate.kind, file=sys.stderr)


def main():
    os.chdir(sys.argv[1])
    count = int(sys.argv[2])
    commands = {}
    for name in sorted(glob.glob("drivers/pci/**/.*.o.cmd", recursive=True)):
        words = command(name)
        if words and words[-1].startswith("drivers/pci/") and words[-1].endswith(".c"):
            commands[words[-1]] = words
    everything = []
    for path, words in sorted(commands.items()):
        everything += candidates(path, words)
    print(len(commands), "files,", len(everything), "expressions", file=sys.stderr)
    for kind, number in collections.Counter(c.kind.split(" PCI")[0] for c in everything).most_common(60):
        print("   ", kind, number, file=sys.stderr)
    picked = choose(everything, count, random.Random(SEED))
    rows = []
    with tempfile.TemporaryDirectory() as directory:
        for path, words in sorted(commands.items()):
            mine = [c for c in picked if c.path == path]
            if not mine:
                continue
            with open(path, "rb") as file:
                text = file.read()
            for candidate, written, resolved in ask(path, words, mine, directory):
                start, end = candidate.where
                line = text.count(b"\n", 0, start) + 1
                column = start - (text.rfind(b"\n", 0, start) + 1) + 1
                rows.append((path, line, column, end - start, written, resolved, candidate.kind))
                if re.sub(r"\W", "", candidate.clang.replace("_Bool", "bool")) != re.sub(
                        r"\W", "", resolved.replace("_Bool", "bool")) and not candidate.field:
                    print("differs:", path, line, column, candidate.kind, "gcc:", resolved, "clang:",
                          candidate.clang, file=sys.stderr)
    print(HEADER, end="")
    for row in sorted(rows):
        print("\t".join(str(field) for field in row))


if __name__ == "__main__":
    main()
