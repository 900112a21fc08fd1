package dev.migrations.example;

import java.util.Map;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * The database has the last word: what breaks one of its constraints is a conflict, not a fault.
 */
@RestControllerAdvice
class ConstraintViolationAdvice {

  private static final Map<String, String> REASONS =
      Map.of(
          "ux_customers_email", "There is a customer with this email",
          "uq_products_sku", "There is a product with this SKU",
          "products_category_code_fkey", "There is no such category");

  @ExceptionHandler
  ProblemDetail conflict(DataIntegrityViolationException violation) {
    String message = String.valueOf(violation.getMostSpecificCause().getMessage());
    String reason =
        REASONS.entrySet().stream()
            .filter(entry -> message.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("The data contradict what is there");
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, reason);
  }
}
