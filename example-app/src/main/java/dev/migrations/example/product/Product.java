package dev.migrations.example.product;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Something to order. */
@Entity
@Table(name = "products")
public class Product {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String sku;
  private String name;
  private String searchName;
  private BigDecimal price;
  private String categoryCode;

  @SuppressWarnings("NullAway.Init")
  protected Product() {}

  public Product(String sku, String name, BigDecimal price, String categoryCode) {
    this.sku = sku;
    this.name = name;
    this.searchName = SearchName.of(name);
    this.price = price;
    this.categoryCode = categoryCode;
  }

  public @Nullable Long getId() {
    return id;
  }

  public String getSku() {
    return sku;
  }

  public String getName() {
    return name;
  }

  public String getSearchName() {
    return searchName;
  }

  public BigDecimal getPrice() {
    return price;
  }

  public String getCategoryCode() {
    return categoryCode;
  }
}
