package dev.migrations.example;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What is there does not allow it: 409. */
public class ConflictException extends ResponseStatusException {

  @Serial private static final long serialVersionUID = 1L;

  public ConflictException(String reason) {
    super(HttpStatus.CONFLICT, reason);
  }
}
