package dev.migrations.spring.boot.actuate.endpoint;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * Answers 503 over HTTP when a database could not be asked, so that a monitor need not read the
 * body.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public class MigrationsEndpointWebExtension {

  private final MigrationsEndpoint endpoint;

  /** Answers with what the given endpoint says. */
  public MigrationsEndpointWebExtension(MigrationsEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** As {@link MigrationsEndpoint#migrations()}. */
  @ReadOperation
  public WebEndpointResponse<MigrationsBeansDescriptor> migrations() {
    MigrationsBeansDescriptor beans = endpoint.migrations();
    return new WebEndpointResponse<>(beans, status(beans.hasError()));
  }

  /** As {@link MigrationsEndpoint#revision(String)}; 404 when there is no such revision. */
  @ReadOperation
  public WebEndpointResponse<RevisionDetailsDescriptor> revision(@Selector String revision) {
    RevisionDetailsDescriptor details = endpoint.revision(revision);
    if (details == null) {
      return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
    }
    return new WebEndpointResponse<>(details, status(details.getError() != null));
  }

  private static int status(boolean failed) {
    return failed ? WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE : WebEndpointResponse.STATUS_OK;
  }
}
