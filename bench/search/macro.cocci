// A macro constant.
@site@
position p;
@@
PCI_EXT_CAP_ID_SRIOV@p

@script:python@
p << site.p;
@@
print("%s\t%s\t%d" % (p[0].file, p[0].line, int(p[0].column) + 1))
