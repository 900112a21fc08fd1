package dev.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HeartbeatTests {

  private final Logger logger = (Logger) LoggerFactory.getLogger(Heartbeat.class);
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

  @BeforeEach
  void listen() {
    appender.start();
    logger.addAppender(appender);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(appender);
    logger.setLevel(null);
  }

  @Test
  void aLongUnitIsLoggedUntilItEnds() throws CommandFailure {
    try (Heartbeat heartbeat = new Heartbeat(Duration.ofMillis(10))) {
      heartbeat.during(
          "The upgrade of revision r1, unit 1 of 2,",
          () -> Awaitility.await().until(() -> messages().size() >= 2));
      int whenItEnded = messages().size();

      heartbeat.during(
          "The next unit", () -> Awaitility.await().until(() -> messages().size() > whenItEnded));

      assertThat(messages().subList(whenItEnded + 1, messages().size()))
          .allSatisfy(message -> assertThat(message).startsWith("The next unit"));
    }
    assertThat(messages().get(0))
        .startsWith("The upgrade of revision r1, unit 1 of 2, has been running for");
  }

  private List<String> messages() {
    return List.copyOf(appender.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
