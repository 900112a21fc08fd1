package dev.migrations.example.product;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The products. */
public interface ProductRepository extends JpaRepository<Product, Long> {

  List<Product> findBySearchNameStartingWithOrderById(String start);
}
