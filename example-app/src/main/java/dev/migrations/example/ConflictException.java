package dev.migrations.example;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What is there does not allow it: 409. */
public class ConflictException extends ResponseStatusException {

  public ConflictException(String reason) {
    super(HttpStatus.CONFLICT, reason);
  }
}
