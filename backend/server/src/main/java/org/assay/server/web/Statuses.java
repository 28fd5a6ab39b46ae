package org.assay.server.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assay.api.Answers;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Gives a call that succeeded the status that the contract names with [Answers].
class Statuses {
  private static final int OK = 200;

  @ServerResponseFilter
  void apply(
      ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
    if (response.getStatus() == OK && resource.getResourceMethod() != null) {
      named(resource.getResourceMethod()).ifPresent(response::setStatus);
    }
  }

  private static OptionalInt named(Method method) {
    Class<?> type = method.getDeclaringClass();
    return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
        .flatMap(t -> Arrays.stream(t.getDeclaredMethods()))
        .filter(m -> m.getName().equals(method.getName()))
        .filter(m -> Arrays.equals(m.getParameterTypes(), method.getParameterTypes()))
        .filter(m -> m.isAnnotationPresent(Answers.class))
        .mapToInt(m -> m.getAnnotation(Answers.class).value())
        .findFirst();
  }
}
