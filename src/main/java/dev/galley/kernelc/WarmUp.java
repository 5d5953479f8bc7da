package dev.galley.kernelc;

import dev.galley.kernelc.lex.External;
import dev.galley.text.Bytes;

/**
 * Reads a little C on a thread of its own, while a command still looks at its arguments and opens
 * its base.
 *
 * <p>The parser learns its decisions from what it reads, and they hold for all that follows: the
 * first functions cost it a hundred times as much as later ones. Of two processors one would wait.
 */
public final class WarmUp {

  private static final String TEXT =
      """
      struct bulb {
        struct list_head node;
        u32 watts;
        unsigned int lit:1;
        union {
          u16 low, high[2];
        };
      #ifdef CONFIG_DIMMER
        int (*light)(struct bulb *bulb, int level);
      #endif
        const char *name;
      };

      #define to_bulb(n) container_of(n, struct bulb, node)

      static int lamp_light(struct bulb *bulb, const int level)
      {
        struct bulb *other = NULL, **all;
        u32 sum = 0;
        int i, ret;

        if (!bulb->lit && level > 0) {
          bulb->lit = 1;
          bulb->all[i + 1].watts |= FLAG | (1 << level) & ~MASK;
        } else if (bulb->in->watts == 4 || !other)
          return -EINVAL;

        for (i = 0; i < ARRAY_SIZE(all); i++) {
          struct bulb *b = &bulb->all[i];

          ret = lamp_call(b, "text", &sum, sizeof(*b), (u64)level);
          if (ret)
            goto out;
          pr_debug("%s: " FORMAT "\\n", __func__, b->name, i++);
        }
        list_for_each_entry(other, &bulb->list, node) {
          mutex_lock(&other->lock);
          other->light = level ? lamp_light : dark;
          continue;
        }
        while (ret--)
          *all = to_bulb(other->node.next);
        switch (bulb->state) {
        case LAMP_OFF:
          break;
        default:
          return 0;
        }
      out:
        return ret < 0 ? ret : (int)sum;
      }

      static const struct bulb_ops ops = {
        .light = lamp_light,
        .watts = 60,
      };
      """;

  private WarmUp() {}

  /** Starts the thread; it ends by itself, or with the process. */
  public static void start() {
    Thread thread = new Thread(WarmUp::read, "galley-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private static void read() {
    CFile file = CFile.of("warm-up.c", Bytes.utf8(TEXT));
    for (External external : file.outline().externals()) {
      file.readings(external);
    }
  }
}
