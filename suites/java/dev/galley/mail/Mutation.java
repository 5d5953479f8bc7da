package dev.galley.mail;

import dev.galley.text.Bytes;
import java.util.List;
import java.util.Random;

/** Small damage done to a mail by chance. */
final class Mutation {

  private static final List<String> PIECES =
      List.of(
          "\n",
          "\r\n",
          "\n\n",
          " ",
          "\t",
          "=",
          "=?",
          "?=",
          "=?utf-8?q?",
          "--",
          "---\n",
          "From: ",
          "Subject: ",
          ">From ",
          "From ",
          "Content-Type: text/plain; charset=latin1\n",
          "Content-Type: multipart/mixed; boundary=b\n",
          "Content-Transfer-Encoding: base64\n",
          "Content-Transfer-Encoding: quoted-printable\n",
          "; format=flowed",
          "--b\n",
          "--b--\n",
          "-- >8 --\n",
          "\0",
          "é",
          "<",
          ">",
          "(",
          ")",
          "[",
          "]",
          ":",
          "@",
          "diff -",
          "charset=",
          "=20\n",
          "=0D\n",
          " \n");

  private Mutation() {}

  /** One to four changes: an octet replaced, some taken out, put in, doubled, or from elsewhere. */
  static Bytes of(Bytes mail, Bytes other, Random random) {
    Bytes mutant = mail;
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      mutant = once(mutant, other, random);
    }
    return mutant;
  }

  private static Bytes once(Bytes mail, Bytes other, Random random) {
    int from = random.nextInt(mail.length() + 1);
    int to = Math.min(mail.length(), from + random.nextInt(1 + random.nextInt(40)));
    Bytes piece =
        switch (random.nextInt(6)) {
          case 0 -> Bytes.wrap(new byte[] {(byte) random.nextInt(256)});
          case 1 -> Bytes.EMPTY;
          case 2 -> slice(other, random);
          case 3 -> slice(mail, random);
          default -> Bytes.utf8(PIECES.get(random.nextInt(PIECES.size())));
        };
    int end = random.nextBoolean() ? from : to;
    return Bytes.concat(List.of(mail.slice(0, from), piece, mail.from(end)));
  }

  private static Bytes slice(Bytes mail, Random random) {
    int from = random.nextInt(mail.length() + 1);
    return mail.slice(from, Math.min(mail.length(), from + random.nextInt(80)));
  }
}
