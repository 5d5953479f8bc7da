// Calls of pci_read_config_word with a struct pci_dev * and the address of a u16.
@site@
struct pci_dev *d;
expression e;
u16 v;
position p;
@@
pci_read_config_word@p(d, e, &v)

@script:python@
p << site.p;
@@
print("%s\t%s\t%d" % (p[0].file, p[0].line, int(p[0].column) + 1))
