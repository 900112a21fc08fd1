package dev.migrations.example.payment;

/** How a customer pays. */
public enum PaymentMethod {
  /** The money is there at once. */
  CARD,
  /** The money comes later. */
  INVOICE
}
