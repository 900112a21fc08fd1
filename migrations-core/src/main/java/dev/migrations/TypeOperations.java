package dev.migrations;

import dev.migrations.operation.AddAttribute;
import dev.migrations.operation.AddEnumValue;
import dev.migrations.operation.AlterAttributeType;
import dev.migrations.operation.Attribute;
import dev.migrations.operation.CreateEnum;
import dev.migrations.operation.CreateType;
import dev.migrations.operation.DataType;
import dev.migrations.operation.DatabaseObject;
import dev.migrations.operation.DropAttribute;
import dev.migrations.operation.DropEnum;
import dev.migrations.operation.DropType;
import dev.migrations.operation.QualifiedName;
import dev.migrations.operation.RenameAttribute;
import dev.migrations.operation.RenameEnumValue;
import dev.migrations.operation.RenameObject;
import java.util.List;

/**
 * Enum types and composite types.
 *
 * @since 0.1.0
 */
public sealed interface TypeOperations extends OperationRecorder permits Operations {

  /** Creates an enum type with its values, in the order in which they sort. */
  default void createEnum(String type, String... values) {
    invoke(new CreateEnum(QualifiedName.parse(type), List.of(values)));
  }

  /** Adds a value to an enum type, at its end unless a place is given. */
  default AddEnumValue.Builder addEnumValue(String type, String value) {
    return invoke(AddEnumValue.builder(QualifiedName.parse(type), value));
  }

  /** Renames a value of an enum type. */
  default void renameEnumValue(String type, String value, String newValue) {
    invoke(new RenameEnumValue(QualifiedName.parse(type), value, newValue));
  }

  /** Drops an enum type. */
  default DropEnum.Builder dropEnum(String type) {
    return invoke(DropEnum.builder(QualifiedName.parse(type)));
  }

  /** Creates a composite type. */
  default void createType(String type, Attribute... attributes) {
    invoke(new CreateType(QualifiedName.parse(type), List.of(attributes)));
  }

  /** Drops a composite type, or a type of another kind. */
  default DropType.Builder dropType(String type) {
    return invoke(DropType.builder(QualifiedName.parse(type)));
  }

  /** Adds an attribute to a composite type. */
  default AddAttribute.Builder addAttribute(String type, Attribute attribute) {
    return invoke(AddAttribute.builder(QualifiedName.parse(type), attribute));
  }

  /** Drops an attribute of a composite type, with its values. */
  default DropAttribute.Builder dropAttribute(String type, String attribute) {
    return invoke(DropAttribute.builder(QualifiedName.parse(type), attribute));
  }

  /** Changes the type of an attribute of a composite type that no column has. */
  default AlterAttributeType.Builder alterAttributeType(
      String type, String attribute, DataType newType) {
    return invoke(AlterAttributeType.builder(QualifiedName.parse(type), attribute, newType));
  }

  /** Renames an attribute of a composite type. */
  default RenameAttribute.Builder renameAttribute(String type, String attribute, String newName) {
    return invoke(RenameAttribute.builder(QualifiedName.parse(type), attribute, newName));
  }

  /** Renames an enum, a composite type, or a type of another kind. */
  default void renameType(String type, String newName) {
    invoke(new RenameObject(DatabaseObject.type(type), newName));
  }
}
