// Uses of number of struct pci_bus.
@site@
struct pci_bus *b;
position p;
@@
b->number@p

@script:python@
p << site.p;
@@
print("%s\t%s\t%d" % (p[0].file, p[0].line, int(p[0].column) + 1))
