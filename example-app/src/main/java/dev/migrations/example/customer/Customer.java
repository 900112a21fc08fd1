package dev.migrations.example.customer;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Someone who orders. */
@Entity
@Table(name = "customers")
public class Customer {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String name;
  private String email;
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected Customer() {}

  public Customer(String name, String email) {
    this.name = name;
    this.email = email;
    this.createdAt = Instant.now().truncatedTo(MICROS);
  }

  public @Nullable Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public String getEmail() {
    return email;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }
}
