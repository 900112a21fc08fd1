package dev.migrations.example.payment;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The payments. */
interface PaymentRepository extends JpaRepository<Payment, Long> {

  List<Payment> findBySettledAtIsNullOrderByCreatedAt();
}
