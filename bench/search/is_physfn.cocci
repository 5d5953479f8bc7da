// Prints path, line, column (1-based) of every use of is_physfn of struct pci_dev.
@site@
struct pci_dev *d;
position p;
@@
d->is_physfn@p

@script:python@
p << site.p;
@@
print("%s\t%s\t%d" % (p[0].file, p[0].line, int(p[0].column) + 1))
