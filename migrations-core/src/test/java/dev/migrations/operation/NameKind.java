package dev.migrations.operation;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.Map;

/**
 * What a text that an author hands to an operation is. A parameter is known by its name; one that
 * means something else at one place is listed there. An unknown one fails, so that whoever adds it
 * says what it is.
 */
public enum NameKind {
  /** A name that is taken as it is. */
  NAME,
  /** A name that {@link QualifiedName#parse} reads. */
  QUALIFIED_NAME,
  /** A value or a remark, which becomes a literal. */
  TEXT,
  /** A storage parameter, in which a dot divides two names. */
  STORAGE_PARAMETER,
  /** SQL that begins with a name: a routine and its arguments. */
  SIGNATURE,
  /** SQL, or a word that has a meaning of its own; its author answers for it. */
  SQL;

  private static final Map<String, NameKind> KINDS = new HashMap<>();

  private static final Map<String, NameKind> EXCEPTIONS = new HashMap<>();

  static {
    all(NAME, "attribute", "authorization", "changed", "column", "columns", "constraint");
    all(NAME, "database", "existing", "extension", "formerSchema", "maps", "method", "more");
    all(NAME, "name", "names", "newName", "policy", "publication");
    all(NAME, "referencedColumns", "role", "rule", "schema", "tablespace", "tablespaceName");
    all(NAME, "accessMethod", "transitionTable", "trigger");
    all(QUALIFIED_NAME, "collation", "domain", "index", "otherTable", "parent", "parents");
    all(QUALIFIED_NAME, "partition", "partitionIndex", "sequence", "sequences", "statistics");
    all(QUALIFIED_NAME, "table", "tables", "type", "types", "view");
    all(
        TEXT,
        "comment",
        "constant",
        "constants",
        "neighbour",
        "newValue",
        "newVersion",
        "number",
        "text",
        "upper");
    all(TEXT, "value", "values");
    all(STORAGE_PARAMETER, "parameter", "parameters");
    all(SIGNATURE, "signature");
    all(SQL, "body", "changes", "condition", "expression", "fields", "location", "operator");
    all(SQL, "query", "sql", "usingExpression");

    at(QUALIFIED_NAME, "name", "AlterAttributeType.Builder.collate", "Attribute.collate");
    at(QUALIFIED_NAME, "name", "AlterColumnType.Builder.collate", "Column.collate");
    at(QUALIFIED_NAME, "name", "CreateDomain.Builder.collate", "IndexKey.collate");
    at(QUALIFIED_NAME, "name", "IndexKey.operatorClass", "DataType.named");
    at(QUALIFIED_NAME, "name", "CreateMaterializedView.materializedView", "CreateView.view");
    at(QUALIFIED_NAME, "name", "CreateTrigger.Builder.execute", "DropIndex.Builder.on");
    at(QUALIFIED_NAME, "name", "CreateForeignKey.Builder.references");
    at(QUALIFIED_NAME, "name", "ChangeColumnType.Builder.collate");
    at(QUALIFIED_NAME, "names", "CreateIndex.Builder.onPartitions");
    at(QUALIFIED_NAME, "names", "CreateForeignKey.Builder.onPartitions");
    at(QUALIFIED_NAME, "names", "CreatePrimaryKey.Builder.onPartitions");
    at(QUALIFIED_NAME, "names", "CreateUnique.Builder.onPartitions");
    at(STORAGE_PARAMETER, "name", "CreateTable.Builder.with");
    at(NAME, "index", "IndexOperations.createIndex", "TableOperations.clusterOn");
    at(NAME, "index", "ReplicaIdentity.usingIndex");
    at(NAME, "former", "ClusterOn.Builder.from", "SetTablespace.Builder.from");
    at(NAME, "former", "SetCompression.Builder.from");
    at(TEXT, "former", "CommentOn.Builder.from", "SetComment.Builder.from");
    at(TEXT, "former", "UpdateExtension.Builder.from");
    at(TEXT, "former", "SetDefault.Builder.from", "SetDomainDefault.Builder.from");
    at(SQL, "former", "SetDefault.Builder.fromExpression", "SetExpression.Builder.from");
    at(SQL, "name", "CopyFrom.Builder.encoding");
    at(SQL, "former", "SetDomainDefault.Builder.fromExpression");
  }

  private static void all(NameKind kind, String... parameters) {
    for (String parameter : parameters) {
      KINDS.put(parameter, kind);
    }
  }

  private static void at(NameKind kind, String parameter, String... methods) {
    for (String method : methods) {
      EXCEPTIONS.put(method + "(" + parameter + ")", kind);
    }
  }

  static NameKind of(Method method, Parameter parameter) {
    NameKind kind = EXCEPTIONS.get(describe(method, parameter));
    if (kind == null) {
      kind = KINDS.get(parameter.getName());
    }
    if (kind == null) {
      throw new AssertionError(
          "Say in NameKind what the text is that is handed to " + describe(method, parameter));
    }
    return kind;
  }

  /** As one reads it in a message: {@code CreateIndex.Builder.include(columns)}. */
  static String describe(Method method, Parameter parameter) {
    return describe(method) + "(" + parameter.getName() + ")";
  }

  static String describe(Method method) {
    Class<?> type = method.getDeclaringClass();
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.')
        + "."
        + method.getName();
  }
}
