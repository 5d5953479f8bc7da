package dev.galley.kernelc.types;

import static org.testng.Assert.assertEquals;

import java.util.List;
import org.testng.annotations.Test;

/** Types of expressions that need nothing but their own file. */
public class ExpressionTypesTest {

  @Test
  public void constantsHaveTheFirstTypeThatHoldsThem() {
    Marked.check(
        """
        void f(void)
        {
        	use(/*[ int */1/*]*/, /*[ unsigned int */0xffffffff/*]*/, /*[ long */4294967295/*]*/);
        	use(/*[ unsigned long */1UL/*]*/, /*[ unsigned long long */1ULL/*]*/);
        	use(/*[ unsigned int */1u/*]*/, /*[ long long */0LL/*]*/, /*[ int */'a'/*]*/);
        	use(/*[ char[4] */"abc"/*]*/, /*[ char[3] */"\\x41\\n"/*]*/);
        	use(/*[ unsigned long */0xffffffffffffffff/*]*/, /*[ int */0x7fffffff/*]*/);
        }
        """);
  }

  @Test
  public void arithmeticConvertsAsUsual() {
    Marked.check(
        """
        void f(unsigned char c, short s, unsigned int u, long l, unsigned long long q, char *p)
        {
        	use(/*[ int */c + c/*]*/, /*[ unsigned int */s + u/*]*/, /*[ long */u + l/*]*/);
        	use(/*[ unsigned long long */q - l/*]*/, /*[ int */-c/*]*/, /*[ int */~s/*]*/);
        	use(/*[ int */c << 3L/*]*/, /*[ long */l << u/*]*/, /*[ int */q == l/*]*/);
        	use(/*[ int */!q/*]*/, /*[ int */q && l/*]*/, /*[ unsigned long */sizeof(q)/*]*/);
        	use(/*[ char * */p + u/*]*/, /*[ char * */2 + p/*]*/, /*[ long */p - p/*]*/);
        	use(/*[ unsigned char */c = 5/*]*/, /*[ unsigned char */c++/*]*/, /*[ char */*p/*]*/);
        	use(/*[ unsigned int */c ? s : u/*]*/, /*[ long */(c, l)/*]*/);
        }
        """);
  }

  @Test
  public void pointersMeetInTheConditionalOperator() {
    Marked.check(
        """
        struct a { int x; };
        void f(int c, struct a *p, const struct a *q, void *v)
        {
        	use(/*[ const struct a * */c ? p : q/*]*/, /*[ void * */c ? p : v/*]*/);
        	use(/*[ struct a * */c ? p : NULL/*]*/, /*[ struct a * */c ? 0 : p/*]*/);
        	use(/*[ struct a * */p ?: NULL/*]*/, /*[ const struct a * */c ? (void *)0 : q/*]*/);
        }
        """);
  }

  @Test
  public void bitFieldsPromoteByTheirWidth() {
    Marked.check(
        """
        struct s { unsigned int a:3; unsigned int b:32; u64 wide:20; };
        void f(struct s *s)
        {
        	use(/*[ unsigned int : 3 */s->a/*]*/, /*[ int */s->a + 1/*]*/);
        	use(/*[ unsigned int */s->b + 1/*]*/, /*[ int */s->wide + 0/*]*/);
        	use(/*[ unsigned int */s->a = 1/*]*/);
        }
        """);
  }

  @Test
  public void arraysStayUntilTheirValueIsUsed() {
    Marked.check(
        """
        static const int table[] = { 1, 2, [7] = 3 };
        void f(int argument[4])
        {
        	char name[10];
        	int (*rows)[3];
        	use(/*[ char[10] */name/*]*/, /*[ char * */name + 1/*]*/, /*[ char */name[2]/*]*/);
        	use(/*[ char (*)[10] */&name/*]*/, /*[ int * */argument/*]*/);
        	use(/*[ const int[8] */table/*]*/, /*[ const int */table[1]/*]*/);
        	use(/*[ int[3] */*rows/*]*/, /*[ int */(*rows)[1]/*]*/);
        }
        """);
  }

  @Test
  public void callsGiveWhatTheirFunctionReturns() {
    Marked.check(
        """
        struct ops { int (*probe)(struct ops *, const char *name); void *(*get)(void); };
        static const struct ops *find(int id);
        static long count(void) { return 0; }
        void f(struct ops *o, int (*fn)(void), void (*table[3])(int))
        {
        	use(/*[ const struct ops * */find(1)/*]*/, /*[ long */count()/*]*/);
        	use(/*[ int */o->probe(o, "x")/*]*/, /*[ void * */o->get()/*]*/, /*[ int */fn()/*]*/);
        	use(/*[ int */(*fn)()/*]*/, /*[ void */table[1](2)/*]*/);
        	use(/*[ int (*)(struct ops *, const char *) */o->probe/*]*/);
        	use(/*[ long (void) */count/*]*/, /*[ long (*)(void) */&count/*]*/);
        	use(/*[ unknown (no declaration of nowhere is found) */nowhere(1)/*]*/);
        }
        """);
  }

  @Test
  public void typedefsKeepTheirNameAndMeaning() {
    Marked.check(
        """
        typedef unsigned short word;
        typedef struct { int a; } pair_t;
        typedef word cell[4];
        typedef loop loop;
        void f(word w, pair_t *p, cell c, u32 u, bool b)
        {
        	use(/*[ word */w/*]*/, /*[ int */w + w/*]*/, /*[ int */p->a/*]*/, /*[ pair_t */*p/*]*/);
        	use(/*[ word * */c/*]*/, /*[ u32 */u/*]*/, /*[ unsigned int */u | 1/*]*/, /*[ bool */b/*]*/);
        	use(/*[ unknown (loop is declared by itself) */(loop)1/*]*/);
        	use(/*[ word */(word)u/*]*/, /*[ pair_t */(pair_t){ 1 }/*]*/);
        }
        """);
  }

  @Test
  public void enumsAreUnsignedUnlessTheyGoBelowZero() {
    Marked.check(
        """
        enum color { RED, GREEN = 5, BLUE };
        enum level { LOW = -1, HIGH };
        enum big { SMALL = 1, HUGE = 1ULL << 40 };
        void f(enum color c, enum level l)
        {
        	use(/*[ int */BLUE/*]*/, /*[ unsigned int */c + 1/*]*/, /*[ int */l + 1/*]*/);
        	use(/*[ enum color */c/*]*/, /*[ int */SMALL/*]*/, /*[ unsigned long */HUGE/*]*/);
        }
        """);
  }

  @Test
  public void behindEnumeratorsUnderAConditionValuesAreNotCounted() {
    String source =
        """
        enum e {
        	A,
        %s CONFIG_X
        	B, C = 4, D,
        #else
        	C = 9,
        #endif
        	E, F = 6, G,
        #ifdef CONFIG_64BIT
        	H,
        #endif
        	I,
        };
        enum wide {
        #ifdef CONFIG_X
        	BELOW = -1,
        #endif
        	ABOVE = 1,
        };
        static char a[A + 2], b[B], c[C], d[D], e[E], f[F], g[G], i[I];
        void test(enum e x, enum wide w)
        {
        	use(/*[ char[2] */a/*]*/, /*[ char[1] */b/*]*/, /*[ char[] */c/*]*/, /*[ char[5] */d/*]*/);
        	use(/*[ char[] */e/*]*/, /*[ char[6] */f/*]*/, /*[ char[7] */g/*]*/, /*[ char[9] */i/*]*/);
        	use(/*[ int */E/*]*/, /*[ int */C/*]*/, /*[ unsigned int */x + 1/*]*/);
        	use(/*[ unknown (a condition inside the enum decides between unsigned int and int) */w + 1/*]*/);
        }
        """;
    Marked.check(source.formatted("#ifdef"));
    Marked.check(source.formatted("#ifndef"));
  }

  @Test
  public void whatRestsOnANameAloneSaysSo() {
    assertEquals(
        Marked.steps("int f(u32 *x) { return /*[ */(*x) + CONFIG_HZ/*]*/; }\n"),
        List.of(
            "parameter x: u32 * in drivers/x/main.c",
            "u32 by the kernel's custom: no definition reached in ",
            "CONFIG_HZ by the kernel's custom: no definition reached in "));
    assertEquals(
        Marked.steps("int f(void) { return /*[ */BIT(3)/*]*/; }\n"),
        List.of("BIT() by the kernel's custom: a rule for its name in "));
    assertEquals(
        Marked.steps("typedef int u32;\nint f(u32 *x) { return /*[ */*x/*]*/; }\n"),
        List.of("parameter x: u32 * in drivers/x/main.c"));
  }

  @Test
  public void typeofAutoAndStatementExpressions() {
    Marked.check(
        """
        struct s { const int n; };
        int f(struct s *p)
        {
        	typeof(p->n) copy = 1;
        	auto q = p;
        	__auto_type r = p->n;
        	typeof(struct s *) t;
        	use(/*[ const int */copy/*]*/, /*[ struct s * */q/*]*/, /*[ int */r/*]*/, /*[ struct s * */t/*]*/);
        	use(/*[ long */({ long x = 1; x; })/*]*/, /*[ void */({ while (1) ; })/*]*/);
        	use(/*[ int */_Generic(r, int: 1, default: "no")/*]*/);
        	use(/*[ char[3] */_Generic(q, int: 1, default: "no")/*]*/);
        }
        """);
  }

  @Test
  public void innerNamesHideOuterOnes() {
    Marked.check(
        """
        struct a { int m; };
        struct b { long m; };
        static struct a *dev;
        void f(struct a *x)
        {
        	use(/*[ int */x->m/*]*/);
        	{
        		struct b *x = g();
        		use(/*[ long */x->m/*]*/);
        		for (char x = 0; /*[ char */x/*]*/; x++)
        			use(x);
        	}
        	use(/*[ struct a * */x/*]*/, /*[ int */dev->m/*]*/);
        	struct b *dev;
        	use(/*[ long */dev->m/*]*/);
        }
        """);
  }

  @Test
  public void localTypesAreTheirBlocksOwn() {
    Marked.check(
        """
        struct s { int outer; };
        void f(void)
        {
        	struct s { long inner; } x;
        	enum { ONE, TWO = 2 } e;
        	typedef short s16_t;
        	s16_t y;
        	use(/*[ long */x.inner/*]*/, /*[ int */TWO/*]*/, /*[ s16_t */y/*]*/);
        	use(/*[ unknown (struct s has no member outer (drivers/x/main.c)) */x.outer/*]*/);
        }
        void g(struct s *x) { use(/*[ int */x->outer/*]*/); }
        """);
  }

  @Test
  public void evidenceNamesEveryDeclaration() {
    assertEquals(
        Marked.steps(
            """
            #include "dev.h"
            int f(struct edev *edev) { return /*[ */edev->pdev->id/*]*/; }
            """,
            "drivers/x/dev.h",
            "struct pdev { int id; };\nstruct edev { struct pdev *pdev; };\n"),
        List.of(
            "parameter edev: struct edev * in drivers/x/main.c",
            "pdev: struct pdev * (struct edev) in drivers/x/dev.h",
            "id: int (struct pdev) in drivers/x/dev.h"));
  }

  @Test
  public void aThousandOfAnythingIsNoOverflow() {
    String deep = "(".repeat(1_500) + "1" + ")".repeat(1_500);
    String sum = "x" + " + x".repeat(3_000);
    String minus = "- ".repeat(1_000) + "x";
    Marked.check(
        "void f(long x) { use(/*[ long */"
            + sum
            + "/*]*/); }\n"
            + "void g(long x) { use(/*[ unknown (nested more than 300 levels deep) */"
            + minus
            + "/*]*/); }\n");
    Marked.check("void f(void) { use(/*[ int */" + deep.replace("(1)", "1") + "/*]*/); }\n");
  }
}
