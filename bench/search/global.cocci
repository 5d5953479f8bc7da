// A global variable.
@site@
position p;
@@
pci_root_buses@p

@script:python@
p << site.p;
@@
print("%s\t%s\t%d" % (p[0].file, p[0].line, int(p[0].column) + 1))
