package dev.migrations.example.order;

import dev.migrations.example.product.Product;
import jakarta.persistence.Embeddable;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;

/** So many of a product, at the price of the day. */
@Embeddable
public class OrderItem {

  @ManyToOne(optional = false)
  private Product product;

  private int quantity;
  private BigDecimal unitPrice;

  @SuppressWarnings("NullAway.Init")
  protected OrderItem() {}

  OrderItem(Product product, int quantity) {
    this.product = product;
    this.quantity = quantity;
    this.unitPrice = product.getPrice();
  }

  public Product getProduct() {
    return product;
  }

  public int getQuantity() {
    return quantity;
  }

  public BigDecimal getUnitPrice() {
    return unitPrice;
  }

  BigDecimal total() {
    return unitPrice.multiply(BigDecimal.valueOf(quantity));
  }
}
