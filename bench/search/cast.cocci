// Casts to struct pci_dev *.
@site@
expression e;
position p;
@@
 (struct pci_dev *)e@p

@script:python@
p << site.p;
@@
print("%s\t%s\t%d" % (p[0].file, p[0].line, int(p[0].column) + 1))
