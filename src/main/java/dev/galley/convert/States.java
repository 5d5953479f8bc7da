package dev.galley.convert;

/** The states of a tree between the patches of a series, as far as they are known. */
interface States {

  /** Before a patch. */
  CodeState before(int patch);

  /** After a patch. */
  CodeState after(int patch);

  /** After the last patch that is there. */
  CodeState last();
}
