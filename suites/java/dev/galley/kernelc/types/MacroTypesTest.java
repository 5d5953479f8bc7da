package dev.galley.kernelc.types;

import static org.testng.Assert.assertEquals;

import java.util.List;
import org.testng.annotations.Test;

/** Types through macros: their bodies, the kernel's well-known ones, those that declare. */
public class MacroTypesTest {

  @Test
  public void bodiesAreReadWithTheirArguments() {
    Marked.check(
        """
        struct dev { int bus; };
        struct pci { long id; struct dev dev; };
        #define to_pci(n) container_of(n, struct pci, dev)
        #define LIMIT (1UL << 12)
        #define twice(x) ((x) + (x))
        #define first(a, ...) (a)
        #define pick(p, m) ((p)->m)
        #define with_name(v) ({ typeof(v) _v = (v); _v; })
        #define again(x) again(x)
        #define alias to_pci
        void f(struct dev *d, unsigned char c)
        {
        	use(/*[ struct pci * */to_pci(d)/*]*/, /*[ long */to_pci(d)->id/*]*/);
        	use(/*[ unsigned long */LIMIT/*]*/, /*[ int */twice(c)/*]*/);
        	use(/*[ unsigned char */first(c, 1, 2)/*]*/, /*[ int */pick(d, bus)/*]*/);
        	use(/*[ int */pick(to_pci(d), dev.bus)/*]*/, /*[ unsigned char */with_name(c)/*]*/);
        	use(/*[ unknown (no declaration of again is found) */again(c)/*]*/);
        	use(/*[ struct pci * */alias(d)/*]*/);
        }
        """);
  }

  @Test
  public void argumentsMeanWhatTheyMeanAtTheCall() {
    Marked.check(
        """
        #define inner(x) (x)
        #define outer(x) ({ long y = 0; inner(x); })
        static short x;
        #define uses_global() (x)
        #define passes(x) uses_global()
        void f(char y) { use(/*[ char */outer(y)/*]*/, /*[ short */passes(1L)/*]*/); }
        """);
  }

  @Test
  public void wellKnownMacrosHaveTheirRule() {
    Marked.check(
        """
        struct item { struct list_head list; int n; };
        void f(struct list_head *h, struct item *i, u8 small, unsigned long mask, int a[4])
        {
        	use(/*[ struct item * */list_first_entry(h, struct item, list)/*]*/);
        	use(/*[ struct item * */list_entry(h, typeof(*i), list)/*]*/);
        	use(/*[ int */min(small, 3)/*]*/, /*[ unsigned long */max(mask, 3)/*]*/);
        	use(/*[ unsigned int */min_t(u32, small, a[0])/*]*/, /*[ int */READ_ONCE(i->n)/*]*/);
        	use(/*[ unsigned long */ARRAY_SIZE(a)/*]*/, /*[ unsigned long */BIT(3)/*]*/);
        	use(/*[ unsigned long */GENMASK(7, 0)/*]*/, /*[ long */likely(small)/*]*/);
        	use(/*[ int */IS_ENABLED(CONFIG_X)/*]*/, /*[ struct item * */rcu_dereference(i)/*]*/);
        	use(/*[ unsigned long */offsetof(struct item, n)/*]*/);
        	use(/*[ int */__builtin_types_compatible_p(int, long)/*]*/);
        	use(/*[ int */__builtin_choose_expr(1, small + 1, mask)/*]*/);
        	use(/*[ unsigned long */__builtin_choose_expr(0, small, mask)/*]*/);
        }
        """);
  }

  @Test
  public void aFunctionOfAWellKnownNameIsAFunction() {
    Marked.check(
        """
        static char min(char a, char b) { return a; }
        void f(long x) { use(/*[ char */min(x, x)/*]*/); }
        """);
  }

  @Test
  public void macrosDeclareVariables() {
    Marked.check(
        """
        struct lock { int owner; };
        #define DECLARE_BITS(name, bits) unsigned long name[bits]
        #define DEFINE_LOCK(x) struct lock x = { 0 }
        #define for_each_item_scoped(i) for (struct lock *i = first(); i; i = next(i))
        static DEFINE_LOCK(global_lock);
        void f(void)
        {
        	DECLARE_BITS(map, 4);
        	DEFINE_LOCK(mine);
        	use(/*[ unsigned long[4] */map/*]*/, /*[ int */mine.owner/*]*/);
        	use(/*[ int */global_lock.owner/*]*/);
        	for_each_item_scoped(it)
        		use(/*[ struct lock * */it/*]*/);
        }
        """);
  }

  @Test
  public void headerMacrosGiveParameters() {
    Marked.check(
        """
        SYSCALL_DEFINE2(open, const char __user *, name, int, flags)
        {
        	use(/*[ const char * */name/*]*/, /*[ int */flags/*]*/);
        	return 0;
        }
        """);
  }

  @Test
  public void aMacroParameterHasATypeOnlyWhereTheBodyTellsIt() {
    Marked.check(
        """
        struct pci { int is_vf; };
        static int query(struct pci *p);
        #define told(d) (query(d) && /*[ int */d->is_vf/*]*/)
        """);
    Marked.check(
        """
        struct pci { int is_vf; };
        #define open(d) (/*[ unknown (macro parameter d; used as d->is_vf) */d->is_vf/*]*/)
        """);
  }

  @Test
  public void evidenceNamesTheMacros() {
    assertEquals(
        Marked.steps(
            """
            struct a { int x; };
            #define get(p) ((p)->x)
            int f(struct a *q) { return /*[ */get(q)/*]*/; }
            """),
        List.of(
            "macro get in drivers/x/main.c",
            "parameter q: struct a * in drivers/x/main.c",
            "x: int (struct a) in drivers/x/main.c"));
  }
}
