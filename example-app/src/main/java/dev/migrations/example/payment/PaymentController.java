package dev.migrations.example.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pays orders and lists the payments that are open. */
@RestController
class PaymentController {

  private final PaymentService payments;

  PaymentController(PaymentService payments) {
    this.payments = payments;
  }

  @PostMapping("/orders/{orderId}/payment")
  @ResponseStatus(HttpStatus.CREATED)
  PaymentView pay(@PathVariable long orderId, @Valid @RequestBody NewPayment payment) {
    return payments.pay(orderId, payment.method());
  }

  @GetMapping("/payments/open")
  List<PaymentView> open() {
    return payments.open();
  }

  record NewPayment(@NotNull PaymentMethod method) {}

  record PaymentView(
      @Nullable Long id,
      @Nullable Long orderId,
      PaymentMethod method,
      BigDecimal amount,
      boolean settled) {
    static PaymentView of(Payment payment) {
      return new PaymentView(
          payment.getId(),
          payment.getOrder().getId(),
          payment.getMethod(),
          payment.getAmount(),
          payment.getSettledAt() != null);
    }
  }
}
