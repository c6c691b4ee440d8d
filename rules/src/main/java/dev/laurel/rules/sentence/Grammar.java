package dev.laurel.rules.sentence;

import dev.laurel.rules.language.Pack;
import dev.laurel.rules.vocabulary.Dictionary;

/** The makers of phrases for one pack, handed together to whoever makes sentences of them. */
record Grammar(
    Names names,
    Periods periods,
    Operands operands,
    Conditions conditions,
    Contexts contexts,
    Outcomes outcomes) {
  static Grammar of(Pack pack) {
    Names names = Names.of(pack);
    Periods periods = new Periods(names);
    Operands operands = new Operands(names, Dictionary.of(pack), periods);
    Conditions conditions = new Conditions(operands);
    Contexts contexts = new Contexts(names, periods, conditions);
    return new Grammar(
        names, periods, operands, conditions, contexts, new Outcomes(names, operands, contexts));
  }
}
