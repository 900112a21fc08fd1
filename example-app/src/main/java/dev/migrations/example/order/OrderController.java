package dev.migrations.example.order;

import static java.util.stream.Collectors.toMap;

import dev.migrations.example.order.OrderSummaries.OrderSummary;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists, places and shows orders. */
@RestController
@RequestMapping("/orders")
class OrderController {

  private static final int NEWEST = 50;

  private final OrderService orders;
  private final OrderSummaries summaries;

  OrderController(OrderService orders, OrderSummaries summaries) {
    this.orders = orders;
    this.summaries = summaries;
  }

  @GetMapping
  List<OrderSummary> list() {
    return summaries.newestFirst(NEWEST);
  }

  @GetMapping("/{id}")
  OrderView show(@PathVariable long id) {
    return orders.show(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  OrderView place(@Valid @RequestBody NewOrder order) {
    return orders.place(
        order.customerId(),
        order.items().stream()
            .collect(toMap(Item::productId, Item::quantity, Integer::sum, LinkedHashMap::new)));
  }

  record NewOrder(long customerId, @NotEmpty List<@Valid Item> items) {}

  record Item(long productId, @Positive int quantity) {}
}
