// The address of the embedded struct device.
@site@
struct pci_dev *d;
position p;
@@
\(&d->dev@p\|&d->dev@p\)

@script:python@
p << site.p;
@@
print("%s\t%s\t%d" % (p[0].file, p[0].line, int(p[0].column) + 1))
