package dev.migrations.example.order;

/** Where an order stands; the labels of PostgreSQL's type {@code order_status}. */
public enum OrderStatus {
  NEW,
  PAID,
  SHIPPED,
  CANCELLED
}
