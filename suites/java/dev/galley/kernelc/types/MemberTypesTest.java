package dev.galley.kernelc.types;

import org.testng.annotations.Test;

/** Members, and names that have several definitions. */
public class MemberTypesTest {

  @Test
  public void membersOfUnnamedStructsAndGroupsAreTheOuterOnes() {
    Marked.check(
        """
        struct s {
        	union { int a; struct { char b; long c; }; };
        	struct { short in; } named;
        	struct_group(group, u8 x; u8 y;);
        	struct_group_tagged(tag, other, int z;);
        	DECLARE_FLEX_ARRAY(u16, tail);
        };
        void f(struct s *s, const struct s *k)
        {
        	use(/*[ char */s->b/*]*/, /*[ long */s->c/*]*/, /*[ short */s->named.in/*]*/);
        	use(/*[ u8 */s->x/*]*/, /*[ u8 */s->group.y/*]*/, /*[ int */s->other.z/*]*/);
        	use(/*[ u16[] */s->tail/*]*/, /*[ const int */k->a/*]*/);
        	use(/*[ unknown (struct s has no member in (drivers/x/main.c)) */s->in/*]*/);
        }
        """);
  }

  @Test
  public void theSameNameInAnotherStructIsAnother() {
    Marked.check(
        """
        #include "one.h"
        #include "two.h"
        void f(struct one *a, struct two *b)
        {
        	use(/*[ struct two * */a->other/*]*/, /*[ unsigned int : 1 */b->flag/*]*/);
        	use(/*[ int */a->flag/*]*/, /*[ unsigned int : 1 */a->other->flag/*]*/);
        }
        """,
        "drivers/x/one.h",
        "struct one { int flag; struct two *other; };\n",
        "drivers/x/two.h",
        "struct two { unsigned int flag:1; };\n");
  }

  @Test
  public void membersUnderConditionsAreKeptApartOnlyWhereTheyDiffer() {
    Marked.check(
        """
        struct s {
        #ifdef CONFIG_A
        	int same;
        	long differs;
        #else
        	int same;
        	char differs;
        #endif
        #ifdef CONFIG_64BIT
        	long wide;
        #else
        	short wide;
        #endif
        };
        void f(struct s *s)
        {
        	use(/*[ int */s->same/*]*/, /*[ long */s->wide/*]*/);
        	use(/*[ one of: long (#ifdef CONFIG_A), char (not #ifdef CONFIG_A) */s->differs/*]*/);
        	use(/*[ one of: long (#ifdef CONFIG_A), int (not #ifdef CONFIG_A) */s->differs + 0/*]*/);
        	use(/*[ int */s->differs == 3/*]*/);
        }
        """);
  }

  @Test
  public void aFileSeesItsOwnDefinitionFirstThenWhatItIncludes() {
    Marked.check(
        """
        #include "near.h"
        struct own { int m; };
        void f(struct own *a, struct near *b)
        {
        	use(/*[ int */a->m/*]*/, /*[ long */b->m/*]*/);
        }
        """,
        "drivers/x/near.h",
        "struct near { long m; };\n",
        "drivers/y/far.h",
        "struct own { char m; };\nstruct near { char m; };\n",
        "drivers/y/hidden.c",
        "struct own { short m; };\nstruct near { short m; };\n");
  }

  @Test
  public void definitionsThatNobodyIncludesStayAlternatives() {
    Marked.check(
        """
        void f(struct s *s, struct t *t)
        {
        	use(/*[ one of: int (include/a.h), long (include/b.h) */s->m/*]*/, /*[ char */s->n/*]*/);
        	use(/*[ unknown (struct t has no definition that drivers/x/main.c sees) */t->m/*]*/);
        }
        """,
        "include/a.h",
        "struct s { int m; char n; };\n",
        "include/b.h",
        "struct s { long m; char n; };\n",
        "drivers/y/t.c",
        "struct t { int m; };\n");
  }

  @Test
  public void localsUnderConditionsAreKeptApart() {
    Marked.check(
        """
        void f(void)
        {
        #ifdef CONFIG_A
        	int x;
        #else
        	long x;
        #endif
        	use(/*[ one of: int (#ifdef CONFIG_A), long (not #ifdef CONFIG_A) */x/*]*/);
        }
        """);
  }
}
