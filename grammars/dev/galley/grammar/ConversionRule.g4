/*
 * A file of conversion rules, over tokens that are lines or parts of the lines of a head.
 *
 * The syntax is close to that of semantic patches, so that who reads those reads these:
 *
 *     @ pci_is_sriov_physfn @
 *     const struct pci_dev *dev;
 *     scope: drivers/pci
 *     exempt: drivers/pci/iov.c keeps the flag
 *     @@
 *     - dev->is_physfn
 *     + pci_is_sriov_physfn(dev)
 *
 * dev.galley.convert.internal.RuleTokens makes the tokens. Lines that begin with // and empty lines
 * are no tokens. The C behind the signs is read by the grammar of C, with the declarations of the
 * head before it.
 */
parser grammar ConversionRule;

tokens {
  // "@ name @": a rule begins.
  HEAD,
  // "struct pci_dev *d;", "expression e;", "identifier i;", "constant c;", "statement S;".
  DECLARATION,
  // "scope: path": files that the rule is for, as in galley search --path.
  SCOPE,
  // "exempt: path reason": files that it is not for.
  EXEMPT,
  // "@@": the head ends.
  END,
  // "- code": what is replaced.
  MINUS,
  // "+ code": what replaces it.
  PLUS
}

/** All rules of a file. */
file : conversion* EOF ;

/** One rule. */
conversion : HEAD head* END body ;

head : DECLARATION | SCOPE | EXEMPT ;

/** Both sides, the old one first. */
body : MINUS+ PLUS+ ;
