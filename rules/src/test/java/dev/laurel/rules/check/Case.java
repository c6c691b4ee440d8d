package dev.laurel.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import dev.laurel.rules.pack.PackWriter;
import java.util.List;

/**
 * One thing made wrong in a pack that is right, and the one fault that must come of it.
 *
 * @param fault its code and place, with a space between
 */
record Case(String what, Edit edit, String fault) {
  void check() {
    Pack pack = edit.apply(TestPack.full());
    List<Fault> faults = PackCheck.check(pack);
    assertThat(faults).extracting(f -> f.code() + " " + f.place()).containsExactly(fault);
    assertThat(faults.getFirst().message()).endsWith(".");
    assertThat(faults.getFirst().remedy()).isNotBlank();
    assertThat(PackReader.read(PackWriter.write(pack)))
        .isInstanceOfSatisfying(
            PackResult.Refused.class,
            refused ->
                assertThat(refused.faults())
                    .as("%s", refused.faults())
                    .anySatisfy(f -> {
                      assertThat(f.code() + " " + f.place()).isEqualTo(fault);
                      assertThat(f.file()).endsWith(".yaml");
                      assertThat(f.line()).isPositive();
                    }));
  }

  /** The same after a further change that alone is right. */
  Case and(Edit other) {
    return new Case(what, edit.and(other), fault);
  }

  /** A case in which a place is given another value. */
  static Case set(String what, String place, Object value, String fault) {
    return new Case(what, Edit.set(place, value), fault);
  }

  @Override
  public String toString() {
    return what;
  }
}
