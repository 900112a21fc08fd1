package dev.migrations;

import dev.migrations.operation.CreateRule;
import dev.migrations.operation.CreateTrigger;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.DropRule;
import dev.migrations.operation.DropTrigger;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.RenameObject;
import dev.migrations.operation.ReplaceRule;
import dev.migrations.operation.ReplaceTrigger;
import dev.migrations.operation.SetTriggerFiring;

/**
 * Triggers and rules, replaced as a whole.
 *
 * @since 0.1.0
 */
public sealed interface TriggerOperations extends OperationRecorder permits Operations {

  /** Creates a trigger; when, on what and which function it executes complete it. */
  default CreateTrigger.Builder createTrigger(String trigger, String table) {
    return invoke(CreateTrigger.builder(trigger, QualifiedName.parse(table)));
  }

  /** Replaces a trigger by another of the same name. */
  default ReplaceTrigger.Builder replaceTrigger(CreateTrigger.Builder trigger) {
    return invoke(ReplaceTrigger.builder(trigger));
  }

  /** Drops a trigger. */
  default DropTrigger.Builder dropTrigger(String trigger, String table) {
    return invoke(DropTrigger.builder(trigger, QualifiedName.parse(table)));
  }

  /** Enables a trigger. */
  default SetTriggerFiring.Builder enableTrigger(String trigger, String table) {
    return invoke(SetTriggerFiring.enable(trigger, QualifiedName.parse(table)));
  }

  /** Disables a trigger. */
  default SetTriggerFiring.Builder disableTrigger(String trigger, String table) {
    return invoke(SetTriggerFiring.disable(trigger, QualifiedName.parse(table)));
  }

  /** Creates a rule; what it rewrites and by what complete it. */
  default CreateRule.Builder createRule(String rule, String table) {
    return invoke(CreateRule.builder(rule, QualifiedName.parse(table)));
  }

  /** Replaces a rule by another of the same name. */
  default ReplaceRule.Builder replaceRule(CreateRule.Builder rule) {
    return invoke(ReplaceRule.builder(rule));
  }

  /** Drops a rule. */
  default DropRule.Builder dropRule(String rule, String table) {
    return invoke(DropRule.builder(rule, QualifiedName.parse(table)));
  }

  /** Renames a trigger. */
  default void renameTrigger(String table, String trigger, String newName) {
    invoke(new RenameObject(DatabaseObject.trigger(table, trigger), newName));
  }
}
