package org.assay.server;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assay.devstack.TestStack;

/// Requests by real people, with real tokens of the real realm.
public final class People {
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private People() {}

  /// A JSON request by a person: olivia (owner), ravi and rosa (reviewers), ada (admin), audrey
  /// (auditor).
  public static RequestSpecification as(String person) {
    return given().auth().oauth2(token(person)).contentType("application/json");
  }

  /// A JSON request by a service: assay-app (consumer) or assay-serving (serving).
  public static RequestSpecification asService(String client) {
    String token = TOKENS.computeIfAbsent(client, c -> TestStack.shared().tokens().service(c));
    return given().auth().oauth2(token).contentType("application/json");
  }

  /// A raw upload by a person.
  public static RequestSpecification uploading(String person) {
    return given().auth().oauth2(token(person)).contentType("application/octet-stream");
  }

  public static String token(String person) {
    return TOKENS.computeIfAbsent(person, p -> TestStack.shared().tokens().person(p));
  }
}
