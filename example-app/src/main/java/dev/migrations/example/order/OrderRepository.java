package dev.migrations.example.order;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

/** The orders. */
public interface OrderRepository extends JpaRepository<Order, Long> {

  /** The order, which nobody else changes until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Order> findForUpdateById(Long id);
}
