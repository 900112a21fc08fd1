package dev.migrations.example.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists, finds and creates products. */
@RestController
@RequestMapping("/products")
class ProductController {

  private final ProductRepository products;

  ProductController(ProductRepository products) {
    this.products = products;
  }

  @GetMapping
  List<ProductView> list(@RequestParam(defaultValue = "") String search) {
    return products.findBySearchNameStartingWithOrderById(SearchName.of(search)).stream()
        .map(ProductView::of)
        .toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ProductView create(@Valid @RequestBody NewProduct product) {
    return ProductView.of(
        products.save(
            new Product(product.sku(), product.name(), product.price(), product.category())));
  }

  record NewProduct(
      @NotBlank String sku,
      @NotBlank String name,
      @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2) BigDecimal price,
      @NotBlank String category) {}

  record ProductView(
      @Nullable Long id, String sku, String name, BigDecimal price, String category) {
    static ProductView of(Product product) {
      return new ProductView(
          product.getId(),
          product.getSku(),
          product.getName(),
          product.getPrice(),
          product.getCategoryCode());
    }
  }
}
