package dev.migrations.example.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists and creates customers. */
@RestController
@RequestMapping("/customers")
class CustomerController {

  private final CustomerRepository customers;

  CustomerController(CustomerRepository customers) {
    this.customers = customers;
  }

  @GetMapping
  List<CustomerView> list() {
    return customers.findAll(Sort.by("id")).stream().map(CustomerView::of).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  CustomerView create(@Valid @RequestBody NewCustomer customer) {
    return CustomerView.of(customers.save(new Customer(customer.name(), customer.email())));
  }

  record NewCustomer(@NotBlank String name, @NotBlank @Email String email) {}

  record CustomerView(@Nullable Long id, String name, String email, Instant createdAt) {
    static CustomerView of(Customer customer) {
      return new CustomerView(
          customer.getId(), customer.getName(), customer.getEmail(), customer.getCreatedAt());
    }
  }
}
