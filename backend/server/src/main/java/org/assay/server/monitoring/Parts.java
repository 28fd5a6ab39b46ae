package org.assay.server.monitoring;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assay.api.monitoring.PartView;
import org.jboss.logging.Logger;

/// Asks all parts at the same time how they do; one that hangs keeps nobody waiting.
@ApplicationScoped
class Parts {
  private static final Logger LOG = Logger.getLogger(Parts.class);

  private final MonitoringConfig config;
  private final OwnParts own;
  private final OtherParts others;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Parts(MonitoringConfig config, OwnParts own, OtherParts others) {
    this.config = config;
    this.own = own;
    this.others = others;
  }

  private record Part(String name, Callable<Finding> probe) {}

  List<PartView> look() {
    List<Part> parts = parts();
    long limit = config.patience().multipliedBy(2).toMillis();
    try {
      List<Future<Finding>> answers =
          threads.invokeAll(parts.stream().map(Part::probe).toList(), limit, TimeUnit.MILLISECONDS);
      List<PartView> views = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        String name = parts.get(i).name();
        views.add(finding(name, answers.get(i)).view(name, Instant.now()));
      }
      return views;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The look at the parts was broken off.", e);
    }
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("server", own::server));
    parts.add(new Part("database", own::database));
    parts.add(new Part("files", own::files));
    parts.add(new Part("jobs", own::jobs));
    parts.add(new Part("signing-key", own::signingKey));
    parts.add(new Part("keycloak", others::keycloak));
    for (URI address : config.servings()) {
      parts.add(new Part("serving", () -> others.serving(address)));
    }
    if (config.servings().isEmpty()) {
      parts.add(new Part("serving", OtherParts::noServing));
    }
    return parts;
  }

  private Finding finding(String name, Future<Finding> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (CancellationException e) {
      return Finding.down("It did not answer in time.");
    } catch (ExecutionException e) {
      LOG.warnf(e.getCause(), "The part %s does not answer", name);
      return Finding.down("It does not answer; the log of the server has the cause.");
    }
  }

  void stop(@Observes ShutdownEvent event) {
    threads.shutdownNow();
  }
}
