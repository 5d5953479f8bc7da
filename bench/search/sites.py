#!/usr/bin/env python3
"""Complete a list of sites of a C tree with what can be read off the text around them.

Usage: sites.py TREE < sites > fixture.tsv
Input lines:  path TAB line TAB column TAB kind TAB owner     (column: 1-based, octets)
Output lines: path, line, column, kind, owner, macro (yes or no), conditional or -, function or -
sorted by path (octets), line, column; equal lines once.

The enclosing conditional is the directive of the innermost #if group around the site: the line of the
branch the site is in, white space folded, comments dropped; for #else "#else of" and the #if or #elif
before it. The include guard of a header does not count. The function comes from universal-ctags
(start and end line of a definition) and from a plain look at where the text in column 1 begins.
"""
import os
import re
import subprocess
import sys

TOKEN = re.compile(
    rb"/\*.*?\*/|//(?:\\\n|[^\n])*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.S
)


def mask(text):
    """The text with comments and literals blanked, every octet at its place."""
    return TOKEN.sub(lambda m: re.sub(rb"[^\n]", b" ", m.group()), text)


def no_comments(text):
    def blank(m):
        return re.sub(rb"[^\n]", b" ", m.group()) if m.group()[:1] == b"/" else m.group()

    return TOKEN.sub(blank, text)


class Source:
    def __init__(self, tree, path):
        self.path = path
        with open(os.path.join(tree, path), "rb") as file:
            self.text = file.read()
        self.lines = no_comments(self.text).split(b"\n")
        self.masked = mask(self.text).split(b"\n")
        self.conditional = [None] * (len(self.lines) + 2)
        self.macro = [False] * (len(self.lines) + 2)
        self.read_directives()
        self.functions = self.read_functions(tree)

    def logical(self, index):
        parts = []
        while index < len(self.lines):
            line = self.lines[index]
            more = line.rstrip(b" \t\r").endswith(b"\\")
            parts.append(line.rstrip(b" \t\r")[:-1] if more else line)
            if not more:
                break
            index += 1
        return b" ".join(b" ".join(parts).split()).decode("utf-8", "replace"), index

    def read_directives(self):
        stack = []
        guard = self.guard()
        index = 0
        while index < len(self.lines):
            last = index
            if re.match(rb"\s*#", self.lines[index]):
                line, last = self.logical(index)
                line = re.sub(r"^# *", "#", line)
                word = re.match(r"#(\w*)", line).group(1)
                if word in ("if", "ifdef", "ifndef"):
                    stack.append(None if index == guard else line)
                elif word == "elif" and stack:
                    stack[-1] = line
                elif word == "else" and stack:
                    stack[-1] = None if stack[-1] is None else "#else of " + stack[-1]
                elif word == "endif" and stack:
                    stack.pop()
                elif word == "define":
                    for i in range(index, last + 1):
                        self.macro[i + 1] = True
            inner = [s for s in stack if s is not None]
            for i in range(index, last + 1):
                self.conditional[i + 1] = inner[-1] if inner else None
            index = last + 1

    def guard(self):
        """The index of the line that opens the include guard, or -1."""
        if not self.path.endswith(".h"):
            return -1
        code = [i for i, line in enumerate(self.lines) if line.strip()]
        for here, following in zip(code, code[1:]):
            opening = re.match(rb"\s*#\s*ifndef\s+(\w+)", self.lines[here])
            defining = re.match(rb"\s*#\s*define\s+(\w+)", self.lines[following])
            same = opening and defining and opening.group(1) == defining.group(1)
            return here if same else -1
        return -1

    def read_functions(self, tree):
        out = subprocess.run(
            ["ctags", "-x", "--language-force=C", "--kinds-C=f",
             "--_xformat=%N\t%n\t%{end}", os.path.join(tree, self.path)],
            check=True, capture_output=True).stdout.decode("utf-8", "replace")
        result = []
        for line in out.splitlines():
            name, start, end = line.split("\t")
            if end.isdigit():
                result.append((int(start), int(end), name))
        return sorted(result)

    def in_macro_body(self, line, column):
        before = self.lines[line - 1][:column - 1]
        return self.macro[line] and not re.fullmatch(rb"\s*#\s*define\s+", before)

    def function(self, line):
        if self.macro[line]:
            return "-"
        inside = [f for f in self.functions if f[0] <= line <= f[1]]
        return inside[-1][2] if inside else "-"


def main():
    tree = sys.argv[1]
    sources = {}
    rows = set()
    for row in sys.stdin:
        row = row.rstrip("\n")
        if not row or row.startswith("#"):
            continue
        path, line, column, kind, owner = row.split("\t")
        source = sources.setdefault(path, None) or Source(tree, path)
        sources[path] = source
        number = int(line)
        rows.add((path.encode(), number, int(column), kind, owner,
                  "yes" if source.in_macro_body(number, int(column)) else "no",
                  source.conditional[number] or "-", source.function(number)))
    for row in sorted(rows):
        print("\t".join([row[0].decode()] + [str(field) for field in row[1:]]))


if __name__ == "__main__":
    main()
