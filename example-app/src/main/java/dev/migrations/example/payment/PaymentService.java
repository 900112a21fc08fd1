package dev.migrations.example.payment;

import dev.migrations.example.ConflictException;
import dev.migrations.example.NotFoundException;
import dev.migrations.example.order.Order;
import dev.migrations.example.order.OrderRepository;
import dev.migrations.example.order.OrderStatus;
import dev.migrations.example.payment.PaymentController.PaymentView;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the payment of an order. */
@Service
class PaymentService {

  private final PaymentRepository payments;
  private final OrderRepository orders;

  PaymentService(PaymentRepository payments, OrderRepository orders) {
    this.payments = payments;
    this.orders = orders;
  }

  /** Pays all of an order that is new. */
  @Transactional
  PaymentView pay(long orderId, PaymentMethod method) {
    Order order =
        orders
            .findForUpdateById(orderId)
            .orElseThrow(() -> new NotFoundException("order", orderId));
    if (order.getStatus() != OrderStatus.NEW) {
      throw new ConflictException("Order " + orderId + " is " + order.getStatus());
    }
    order.paid();
    return PaymentView.of(payments.save(new Payment(order, method, order.total())));
  }

  /** The payments whose money has not arrived, oldest first. */
  @Transactional(readOnly = true)
  List<PaymentView> open() {
    return payments.findBySettledAtIsNullOrderByCreatedAt().stream().map(PaymentView::of).toList();
  }
}
