package dev.migrations.example.payment;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.migrations.example.order.Order;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A payment of an order. */
@Entity
@Table(name = "payments")
public class Payment {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Order order;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private PaymentMethod method;

  private BigDecimal amount;
  private Instant createdAt;
  private @Nullable Instant settledAt;

  @SuppressWarnings("NullAway.Init")
  protected Payment() {}

  Payment(Order order, PaymentMethod method, BigDecimal amount) {
    this.order = order;
    this.method = method;
    this.amount = amount;
    this.createdAt = Instant.now().truncatedTo(MICROS);
    this.settledAt = method == PaymentMethod.CARD ? createdAt : null;
  }

  public @Nullable Long getId() {
    return id;
  }

  public Order getOrder() {
    return order;
  }

  public PaymentMethod getMethod() {
    return method;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public @Nullable Instant getSettledAt() {
    return settledAt;
  }
}
