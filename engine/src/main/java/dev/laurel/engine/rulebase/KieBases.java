package dev.laurel.engine.rulebase;

import java.util.List;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * Builds a KieBase from canonical rules. The only class that knows Drools' builder and model
 * implementation, which are outside its stable API.
 */
final class KieBases {
  private KieBases() {}

  /** An immutable KieBase of these rules; nothing is compiled, no text becomes code. */
  static KieBase of(List<Rule> rules) {
    ModelImpl model = new ModelImpl();
    rules.forEach(model::addRule);
    return KieBaseBuilder.createKieBaseFromModel(model);
  }
}
