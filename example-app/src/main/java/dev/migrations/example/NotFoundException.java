package dev.migrations.example;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is no such thing: 404. */
public class NotFoundException extends ResponseStatusException {

  @Serial private static final long serialVersionUID = 1L;

  public NotFoundException(String what, long id) {
    super(HttpStatus.NOT_FOUND, "There is no " + what + " " + id);
  }
}
