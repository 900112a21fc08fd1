package dev.migrations.example.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the view {@code order_summaries}. */
@Repository
class OrderSummaries {

  private final JdbcClient jdbc;

  OrderSummaries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<OrderSummary> newestFirst(int limit) {
    return jdbc.sql(
            """
            SELECT id, customer, status, created_at, total, paid
            FROM order_summaries
            ORDER BY created_at DESC
            LIMIT :limit
            """)
        .param("limit", limit)
        .query(
            (row, number) ->
                new OrderSummary(
                    row.getLong("id"),
                    row.getString("customer"),
                    OrderStatus.valueOf(row.getString("status")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getBigDecimal("total"),
                    row.getBigDecimal("paid")))
        .list();
  }

  record OrderSummary(
      long id,
      String customer,
      OrderStatus status,
      Instant createdAt,
      BigDecimal total,
      BigDecimal paid) {}
}
