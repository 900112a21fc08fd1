package dev.migrations.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.migrations.fixture.PostgresTest;
import dev.migrations.fixture.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a shop does all day, on the tables that the revisions made. */
@PostgresTest
class OrderFlowTests {

  private static final String ADA = "{\"name\":\"Ada Lovelace\",\"email\":\"ada@example.com\"}";
  private static final String COFFEE =
      "{\"sku\":\"C-1\",\"name\":\"Café crème\",\"price\":4.50,\"category\":\"coffee\"}";

  private ConfigurableApplicationContext application;
  private RestTestClient http;

  @BeforeEach
  void start(TestDatabase db) {
    application = ExampleApplications.start(db);
    http = ExampleApplications.client(application);
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void anOrderIsPlacedPaidAndShown() {
    post("/customers", ADA, 201);
    post("/products", COFFEE, 201);
    String placed =
        post("/orders", "{\"customerId\":1,\"items\":[{\"productId\":1,\"quantity\":3}]}", 201);
    assertThat((String) at(placed, "$.status")).isEqualTo("NEW");
    assertThat((Double) at(placed, "$.total")).isEqualTo(13.5);

    post("/orders/1/payment", "{\"method\":\"INVOICE\"}", 201);
    String shown = get("/orders/1");
    assertThat((String) at(shown, "$.status")).isEqualTo("PAID");
    assertThat((List<?>) at(shown, "$.items[*].name")).isEqualTo(List.of("Café crème"));
    assertThat((List<?>) at(get("/orders"), "$[*].paid")).isEqualTo(List.of(13.5));
    assertThat((List<?>) at(get("/payments/open"), "$[*].orderId")).isEqualTo(List.of(1));

    String again = post("/orders/1/payment", "{\"method\":\"CARD\"}", 409);
    assertThat((String) at(again, "$.detail")).isEqualTo("Order 1 is PAID");
  }

  @Test
  void productsAreFoundWithoutAccentsAndCase() {
    post("/products", COFFEE, 201);
    assertThat((List<?>) at(get("/products?search=CAFE"), "$[*].sku")).isEqualTo(List.of("C-1"));
    assertThat((List<?>) at(get("/products?search=tea"), "$[*].sku")).isEmpty();
  }

  @Test
  void theConstraintsOfTheRevisionsAreConflictsWithAReason() {
    post("/customers", ADA, 201);
    String sameEmail = post("/customers", ADA.replace("ada@", "ADA@"), 409);
    assertThat((String) at(sameEmail, "$.detail")).isEqualTo("There is a customer with this email");
    post("/products", COFFEE, 201);
    String sameSku = post("/products", COFFEE, 409);
    assertThat((String) at(sameSku, "$.detail")).isEqualTo("There is a product with this SKU");
    String noCategory =
        post("/products", COFFEE.replace("C-1", "C-2").replace("\"coffee\"", "\"tea\""), 409);
    assertThat((String) at(noCategory, "$.detail")).isEqualTo("There is no such category");
  }

  private String post(String path, String json, int status) {
    return body(
        http.post()
            .uri(path)
            .contentType(MediaType.APPLICATION_JSON)
            .body(json.getBytes(StandardCharsets.UTF_8))
            .exchange(),
        status);
  }

  private String get(String path) {
    return body(http.get().uri(path).exchange(), 200);
  }

  private static String body(RestTestClient.ResponseSpec response, int status) {
    byte[] body =
        response.expectStatus().isEqualTo(status).expectBody().returnResult().getResponseBody();
    return new String(body, StandardCharsets.UTF_8);
  }

  private static Object at(String json, String path) {
    return JsonPath.read(json, path);
  }
}
