package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.Migration;
import dev.migrations.Operations;
import dev.migrations.Revision;
import dev.migrations.error.MigrationsException;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import dev.migrations.operation.Column;
import dev.migrations.operation.DataType;
import dev.migrations.script.RevisionScripts;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Revisions in Java, run by the engine. */
@PostgresTest
class CodeTests {

  @Test
  void codeSeesWhatTheStatementsBeforeItDidAndIsCommittedWithThem(TestDatabase db) {
    @Revision(id = "r1", message = "Fill")
    class Fill implements Migration {
      @Override
      public void upgrade(Operations op) {
        op.createTable("t", Column.column("a", DataType.INTEGER));
        op.bulkInsert("t").columns("a").row(1);
        op.run(
            "double",
            connection -> {
              JdbcTemplate jdbc =
                  new JdbcTemplate(new SingleConnectionDataSource(connection, true));
              Integer one = jdbc.queryForObject("SELECT a FROM t", Integer.class);
              jdbc.update("INSERT INTO t VALUES (?)", one + 41);
            });
        op.execute("INSERT INTO t SELECT sum(a) FROM t");
      }

      @Override
      public void downgrade(Operations op) {
        op.dropTable("t");
      }
    }

    migrations(db, new Fill()).upgrade("head");

    assertThat(db.column("SELECT a FROM t ORDER BY a")).containsExactly("1", "42", "43");
  }

  @Test
  void codeThatFailsTakesItsUnitWithIt(TestDatabase db) {
    @Revision(id = "r1", message = "Fail")
    class Fail implements Migration {
      @Override
      public void upgrade(Operations op) {
        op.createTable("t", Column.column("a", DataType.INTEGER));
        op.run(
            "look for customers",
            connection -> {
              throw new IllegalStateException("no customers");
            });
      }

      @Override
      public void downgrade(Operations op) {
        op.dropTable("t");
      }
    }

    RevisionFailedException failure =
        catchThrowableOfType(
            RevisionFailedException.class, () -> migrations(db, new Fail()).upgrade("head"));

    assertThat(failure.description())
        .contains("no customers")
        .contains("code \"look for customers\"");
    assertThat(db.value("SELECT to_regclass('t')")).isNull();
  }

  @Test
  void codeMayNotEndTheTransaction(TestDatabase db) {
    @Revision(id = "r1", message = "Commit")
    class Commit implements Migration {
      @Override
      public void upgrade(Operations op) {
        op.createTable("t", Column.column("a", DataType.INTEGER));
        op.run("commit", Connection::commit);
      }

      @Override
      public void downgrade(Operations op) {
        op.dropTable("t");
      }
    }

    RevisionFailedException failure =
        catchThrowableOfType(
            RevisionFailedException.class, () -> migrations(db, new Commit()).upgrade("head"));

    assertThat(failure.description()).contains("Connection.commit is not for the code");
    assertThat(db.value("SELECT to_regclass('t')")).isNull();
  }

  @Test
  void anOperationWithoutASafeFormIsRefusedBeforeAnythingRuns(TestDatabase db) {
    @Revision(id = "r1", message = "Create")
    class Create implements Migration {
      @Override
      public void upgrade(Operations op) {
        op.createTable("t", Column.column("a", DataType.INTEGER));
      }

      @Override
      public void downgrade(Operations op) {
        op.dropTable("t");
      }
    }
    @Revision(id = "r2", down = "r1", message = "Rewrite")
    class Rewrite implements Migration {
      @Override
      public void upgrade(Operations op) {
        op.addColumn("t", Column.column("id", DataType.INTEGER).generatedStored("a + 1"));
      }

      @Override
      public void downgrade(Operations op) {
        op.dropColumn("t", "id");
      }
    }

    MigrationsException failure =
        catchThrowableOfType(
            MigrationsException.class,
            () -> migrations(db, new Create(), new Rewrite()).upgrade("head"));

    assertThat(failure.description()).contains("revision r2 (Rewrite)").contains("add column id");
    assertThat(db.value("SELECT to_regclass('t')")).isNull();
  }

  @Test
  void theSafeRoadOfAForeignKeyValidatesInATransactionOfItsOwn(TestDatabase db) {
    @Revision(id = "r1", message = "Create")
    class Create implements Migration {
      @Override
      public void upgrade(Operations op) {
        op.createTable("p", Column.column("id", DataType.BIGINT).primaryKey());
        op.createTable("c", Column.column("p_id", DataType.BIGINT));
        op.execute("INSERT INTO c VALUES (7)");
      }

      @Override
      public void downgrade(Operations op) {
        op.dropTable("c");
        op.dropTable("p");
      }
    }
    @Revision(id = "r2", down = "r1", message = "Refer")
    class Refer implements Migration {
      @Override
      public void upgrade(Operations op) {
        op.createForeignKey("fk", "c", "p_id").references("p", "id");
      }

      @Override
      public void downgrade(Operations op) {
        op.dropConstraint("c", "fk");
      }
    }
    Migrations migrations = migrations(db, new Create(), new Refer());

    RevisionFailedException failure =
        catchThrowableOfType(RevisionFailedException.class, () -> migrations.upgrade("head"));
    assertThat(failure.sqlState()).isEqualTo("23503");
    assertThat(failure.action()).contains("1 unit before it stays committed");
    assertThat(migrations.status().underWay()).hasSize(1);

    db.execute("INSERT INTO p VALUES (7)");
    migrations.upgrade("head");
    assertThat(db.value("SELECT convalidated FROM pg_constraint WHERE conname = 'fk'"))
        .isEqualTo("t");
  }

  private static Migrations migrations(TestDatabase db, Migration... revisions) {
    return new Migrations(
        db.dataSource(),
        RevisionScripts.load(List.of(), List.of(revisions), CodeTests.class.getClassLoader()),
        SqlRevisions.settings(),
        List.of());
  }

  @Test
  void aStatementThatACrashInterruptedMayBecomeAnotherUnit(TestDatabase db) {
    @Revision(id = "r1", message = "Refer")
    class Refer implements Migration {
      @Override
      public void upgrade(Operations op) {
        op.createForeignKey("fk", "c", "p_id").references("p", "id");
      }

      @Override
      public void downgrade(Operations op) {
        op.dropConstraint("c", "fk");
      }
    }
    Migrations migrations = migrations(db, new Refer());
    db.execute("CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int)");
    @Revision(id = "r0", message = "Nothing")
    class Nothing implements Migration {
      @Override
      public void upgrade(Operations op) {}

      @Override
      public void downgrade(Operations op) {}
    }
    migrations(db, new Nothing()).upgrade("head");
    migrations(db, new Nothing()).downgrade("base");
    db.execute(
        "INSERT INTO migrations_journal VALUES ('r1', 'upgrade', 0, 'a concurrent build', now(), NULL)");

    migrations.upgrade("head");

    assertThat(db.column("SELECT unit FROM migrations_journal")).isEmpty();
  }
}
