// An enumerator: as label of a switch and elsewhere.
@site@
position p;
@@
pci_channel_io_frozen@p

@script:python@
p << site.p;
@@
print("%s\t%s\t%d" % (p[0].file, p[0].line, int(p[0].column) + 1))
