package dev.migrations.engine;

import dev.migrations.error.MigrationsException;
import dev.migrations.sql.LockTarget;
import dev.migrations.sql.PgCatalog;
import dev.migrations.sql.RelationName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the catalog, in one query, which tables statements lock that do not name them. */
final class LockCatalog {

  private static final String NAMED = "NAMED";
  private static final String FUNCTION = "FUNCTION";
  private static final String RULES = "RULES";

  /** Each question has the number n; an answer without a table says that there is none to lock. */
  private static final String QUERY =
      PgCatalog.sql(
          """
          WITH RECURSIVE asked AS (
            SELECT n, link, schema, name, detail,
              CASE WHEN link <> ALL ('{FUNCTION,USING_DOMAIN,TABLE_OF_STATISTICS}')
                THEN to_regclass(quoted) END AS oid,
              CASE WHEN link = 'USING_DOMAIN' THEN to_regtype(quoted) END AS type
            FROM ROWS FROM (unnest(?::text[]), unnest(?::text[]), unnest(?::text[]),
                unnest(?::text[]), unnest(?::text[]))
              WITH ORDINALITY AS a (link, quoted, schema, name, detail, n)),
          foreign_key AS (SELECT * FROM pg_catalog.pg_constraint WHERE contype = 'f' AND conparentid = 0),
          referencing (n, oid) AS (
            SELECT n, oid FROM asked WHERE link = 'REFERENCING'
            UNION
            SELECT n, conrelid FROM referencing r JOIN foreign_key ON confrelid = r.oid),
          partner (n, oid) AS (
            SELECT n, confrelid FROM asked a JOIN foreign_key ON conrelid = a.oid
              WHERE link = 'FOREIGN_KEYS_FROM'
                OR (link = ANY ('{FOREIGN_KEYS_OF_CONSTRAINT,REFERENCED_BY_CONSTRAINT}')
                  AND conname = detail)
            UNION ALL SELECT n, conrelid FROM asked a JOIN foreign_key ON confrelid = a.oid
              WHERE link = 'FOREIGN_KEYS_TO'
            UNION ALL SELECT n, f.conrelid FROM asked a
              JOIN pg_catalog.pg_constraint c ON c.conrelid = a.oid AND c.conname = detail
              JOIN foreign_key f ON f.confrelid = a.oid AND f.conindid = c.conindid
              WHERE link = 'FOREIGN_KEYS_OF_CONSTRAINT' AND c.contype <> 'f'
            UNION ALL SELECT n, CASE WHEN attrelid = conrelid THEN confrelid ELSE conrelid END
              FROM asked a JOIN pg_catalog.pg_attribute ON attrelid = a.oid AND attname = detail
              JOIN foreign_key ON (conrelid = attrelid AND attnum = ANY (conkey))
                OR (confrelid = attrelid AND attnum = ANY (confkey))
              WHERE link = 'FOREIGN_KEYS_OF_COLUMN'
            UNION ALL SELECT r.n, r.oid FROM referencing r JOIN asked a ON a.n = r.n WHERE r.oid <> a.oid),
          top AS (
            SELECT n, link, oid FROM asked WHERE link = ANY ('{DESCENDANTS,PARTITIONS,CHILDREN}')
            UNION ALL
            SELECT n, 'PARTITIONS', indrelid FROM asked JOIN pg_catalog.pg_index ON indexrelid = oid
              JOIN pg_catalog.pg_class c ON c.oid = indexrelid
            WHERE link = 'TABLE_OF_INDEX' AND relkind = 'I'
            UNION ALL
            SELECT n, 'PARTITIONS', oid FROM partner
            UNION ALL
            SELECT n, 'PARTITIONS', partdefid FROM asked
              JOIN pg_catalog.pg_partitioned_table ON partrelid = oid
            WHERE link = 'DEFAULT_PARTITIONS'),
          descendant (n, link, oid) AS (
            SELECT n, link, oid FROM top
            UNION
            SELECT n, link, inhrelid FROM descendant d JOIN pg_catalog.pg_inherits ON inhparent = d.oid
              JOIN pg_catalog.pg_class c ON c.oid = inhrelid
            WHERE link = 'DESCENDANTS' OR relispartition = (link = 'PARTITIONS')),
          domain (n, type) AS (
            SELECT n, type FROM asked WHERE link = 'USING_DOMAIN'
            UNION
            SELECT n, t.oid FROM domain JOIN pg_catalog.pg_type t ON typbasetype = type),
          viewed (n, oid) AS (
            SELECT n, oid FROM asked WHERE link = ANY ('{VIEWED,RULES}')
            UNION
            SELECT n, refobjid FROM viewed v JOIN pg_catalog.pg_class c ON c.oid = v.oid AND relkind = 'v'
              JOIN pg_catalog.pg_rewrite r ON ev_class = v.oid
              JOIN pg_catalog.pg_depend d ON classid = 'pg_catalog.pg_rewrite'::regclass AND objid = r.oid
                AND refclassid = 'pg_catalog.pg_class'::regclass),
          parent AS (
            SELECT n, inhparent FROM asked JOIN pg_catalog.pg_class c ON c.oid = asked.oid AND relispartition
              JOIN pg_catalog.pg_inherits ON inhrelid = c.oid
            WHERE link = 'PARENT'),
          found (n, oid) AS (
            SELECT n, oid FROM asked WHERE link = ANY ('{NAMED,REPLACED}')
            UNION ALL SELECT n, oid FROM descendant d
              WHERE NOT EXISTS (SELECT FROM top t WHERE t.n = d.n AND t.oid = d.oid)
            UNION ALL SELECT v.n, v.oid FROM viewed v JOIN asked a ON a.n = v.n
              WHERE v.oid <> a.oid AND link = 'VIEWED'
            UNION ALL SELECT n, inhparent FROM parent
            UNION ALL SELECT n, partdefid FROM parent
              JOIN pg_catalog.pg_partitioned_table ON partrelid = inhparent
            UNION ALL SELECT n, partdefid FROM asked
              JOIN pg_catalog.pg_partitioned_table ON partrelid = oid
              WHERE link = ANY ('{DEFAULT_PARTITION,DEFAULT_PARTITIONS}')
            UNION ALL SELECT n, indrelid FROM asked JOIN pg_catalog.pg_index ON indexrelid = oid
              WHERE link = 'TABLE_OF_INDEX'
            UNION ALL SELECT n, stxrelid FROM asked a JOIN pg_catalog.pg_statistic_ext s ON stxname = name
                AND CASE WHEN schema IS NULL THEN pg_catalog.pg_statistics_obj_is_visible(s.oid)
                  ELSE stxnamespace = to_regnamespace(quote_ident(schema)) END
              WHERE link = 'TABLE_OF_STATISTICS'
            UNION ALL SELECT n, oid FROM partner
            UNION ALL SELECT n, attrelid FROM domain JOIN pg_catalog.pg_attribute ON atttypid = type
              WHERE NOT attisdropped)
          SELECT n, CASE WHEN relkind = ANY ('{r,p,v,m,f}') THEN f.oid::regclass::text END
          FROM found f JOIN pg_catalog.pg_class c ON c.oid = f.oid
          UNION
          SELECT n, 'function' FROM asked a JOIN pg_catalog.pg_proc ON proname = name
            JOIN pg_catalog.pg_namespace s ON s.oid = pronamespace AND s.nspname = coalesce(a.schema, s.nspname)
          WHERE link = 'FUNCTION' AND s.nspname <> 'pg_catalog'
          UNION
          SELECT v.n, 'rules' FROM asked a JOIN viewed v ON v.n = a.n
            JOIN pg_catalog.pg_rewrite r ON ev_class = v.oid AND ev_type <> '1' AND ev_enabled <> 'D'
          WHERE link = 'RULES' AND EXISTS (
            SELECT FROM pg_catalog.pg_depend d
            WHERE classid = 'pg_catalog.pg_rewrite'::regclass AND objid = r.oid
              AND (refclassid = 'pg_catalog.pg_proc'::regclass
                OR (refclassid = 'pg_catalog.pg_class'::regclass AND refobjid <> ev_class)))
          ORDER BY 1, 2""");

  private final Connection connection;

  LockCatalog(Connection connection) {
    this.connection = connection;
  }

  /**
   * What the catalog knows.
   *
   * @param tables the tables of each target that it found, none for a name of something else
   * @param functions those of the names that are functions other than PostgreSQL's own
   * @param ruled those of the tables and views that have rules which do something elsewhere
   */
  record Answers(
      Map<LockTarget, List<String>> tables, Set<RelationName> functions, Set<RelationName> ruled) {}

  private record Question(
      String link, RelationName from, @Nullable String detail, @Nullable LockTarget target) {}

  Answers ask(
      Collection<LockTarget> targets,
      Collection<RelationName> functions,
      Collection<RelationName> written)
      throws SQLException {
    List<Question> questions = questions(targets, functions, written);
    Answers answers = new Answers(new HashMap<>(), new HashSet<>(), new HashSet<>());
    if (questions.isEmpty()) {
      return answers;
    }
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      set(statement, 1, questions, Question::link);
      set(statement, 2, questions, question -> question.from().sql());
      set(statement, 3, questions, question -> question.from().schema());
      set(statement, 4, questions, question -> question.from().name());
      set(statement, 5, questions, Question::detail);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          answer(questions.get(result.getInt(1) - 1), result.getString(2), answers);
        }
      }
    } catch (SQLException ex) {
      if (SqlStates.isNotPermitted(ex)) {
        throw refused(ex);
      }
      throw ex;
    }
    return answers;
  }

  private static MigrationsException refused(SQLException failure) {
    return new MigrationsException(
        "What the plan would lock cannot be looked up: " + ServerMessage.text(failure),
        "Grant it to the user of the DataSource: USAGE on the schemas that the revisions name.",
        failure);
  }

  private static List<Question> questions(
      Collection<LockTarget> targets,
      Collection<RelationName> functions,
      Collection<RelationName> written) {
    List<Question> questions = new ArrayList<>();
    for (LockTarget target : targets) {
      if (target instanceof LockTarget.Named named) {
        questions.add(new Question(NAMED, named.relation(), null, target));
      } else if (target instanceof LockTarget.Linked linked) {
        questions.add(new Question(linked.link().name(), linked.from(), linked.detail(), target));
      }
    }
    functions.forEach(function -> questions.add(new Question(FUNCTION, function, null, null)));
    written.forEach(relation -> questions.add(new Question(RULES, relation, null, null)));
    return questions;
  }

  private void set(
      PreparedStatement statement,
      int index,
      List<Question> questions,
      Function<Question, @Nullable String> part)
      throws SQLException {
    statement.setArray(
        index, connection.createArrayOf("text", questions.stream().map(part).toArray()));
  }

  private static void answer(Question question, @Nullable String table, Answers answers) {
    if (question.target() == null) {
      (question.link().equals(RULES) ? answers.ruled() : answers.functions()).add(question.from());
      return;
    }
    List<String> tables =
        answers.tables().computeIfAbsent(question.target(), target -> new ArrayList<>());
    if (table != null) {
      tables.add(table);
    }
  }
}
