package dev.migrations.example.order;

import dev.migrations.example.NotFoundException;
import dev.migrations.example.customer.CustomerRepository;
import dev.migrations.example.product.ProductRepository;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places and shows orders. */
@Service
class OrderService {

  private final OrderRepository orders;
  private final CustomerRepository customers;
  private final ProductRepository products;

  OrderService(OrderRepository orders, CustomerRepository customers, ProductRepository products) {
    this.orders = orders;
    this.customers = customers;
    this.products = products;
  }

  /** Places an order of so many of each product, by the products' ids. */
  @Transactional
  OrderView place(long customerId, Map<Long, Integer> quantities) {
    var customer =
        customers
            .findById(customerId)
            .orElseThrow(() -> new NotFoundException("customer", customerId));
    List<OrderItem> items =
        quantities.entrySet().stream()
            .map(entry -> item(entry.getKey(), entry.getValue()))
            .toList();
    return OrderView.of(orders.save(new Order(customer, items)));
  }

  /** Shows an order. */
  @Transactional(readOnly = true)
  OrderView show(long id) {
    return orders
        .findById(id)
        .map(OrderView::of)
        .orElseThrow(() -> new NotFoundException("order", id));
  }

  private OrderItem item(long productId, int quantity) {
    return products
        .findById(productId)
        .map(product -> new OrderItem(product, quantity))
        .orElseThrow(() -> new NotFoundException("product", productId));
  }
}
