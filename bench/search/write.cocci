// Writes of error_state of struct pci_dev.
@site@
struct pci_dev *d;
expression e;
position p;
@@
d->error_state@p = e

@script:python@
p << site.p;
@@
print("%s\t%s\t%d" % (p[0].file, p[0].line, int(p[0].column) + 1))
