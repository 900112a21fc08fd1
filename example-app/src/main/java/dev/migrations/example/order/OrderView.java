package dev.migrations.example.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it. */
record OrderView(
    @Nullable Long id,
    String customer,
    OrderStatus status,
    Instant createdAt,
    List<Item> items,
    BigDecimal total) {

  record Item(String sku, String name, int quantity, BigDecimal unitPrice) {}

  static OrderView of(Order order) {
    List<Item> items =
        order.getItems().stream()
            .map(
                item ->
                    new Item(
                        item.getProduct().getSku(),
                        item.getProduct().getName(),
                        item.getQuantity(),
                        item.getUnitPrice()))
            .toList();
    return new OrderView(
        order.getId(),
        order.getCustomer().getName(),
        order.getStatus(),
        order.getCreatedAt(),
        items,
        order.total());
  }
}
