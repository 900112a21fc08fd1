package dev.migrations.example.order;

import static java.time.temporal.ChronoUnit.MICROS;

import dev.migrations.example.customer.Customer;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a customer ordered. */
@Entity
@Table(name = "orders")
public class Order {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Customer customer;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  @Column(columnDefinition = "order_status")
  private OrderStatus status;

  private Instant createdAt;

  @ElementCollection
  @CollectionTable(name = "order_items", joinColumns = @JoinColumn(name = "order_id"))
  private List<OrderItem> items = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Order() {}

  Order(Customer customer, List<OrderItem> items) {
    this.customer = customer;
    this.status = OrderStatus.NEW;
    this.createdAt = Instant.now().truncatedTo(MICROS);
    this.items.addAll(items);
  }

  public @Nullable Long getId() {
    return id;
  }

  public Customer getCustomer() {
    return customer;
  }

  public OrderStatus getStatus() {
    return status;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public List<OrderItem> getItems() {
    return List.copyOf(items);
  }

  /** What its items cost. */
  public BigDecimal total() {
    return items.stream().map(OrderItem::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Notes that all of it is paid. */
  public void paid() {
    this.status = OrderStatus.PAID;
  }
}
