// Uses of the bit-field state_saved of struct pci_dev.
@site@
struct pci_dev *d;
position p;
@@
d->state_saved@p

@script:python@
p << site.p;
@@
print("%s\t%s\t%d" % (p[0].file, p[0].line, int(p[0].column) + 1))
