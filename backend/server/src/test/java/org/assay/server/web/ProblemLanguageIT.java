package org.assay.server.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.assay.server.People;
import org.assay.server.TestStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStackResource.class)
class ProblemLanguageIT {
  private static final String CHINESE = "zh-CN,zh;q=0.9,en;q=0.8";

  @Test
  void aRefusalIsToldInTheReadersLanguage() {
    chinese(
            People.as("ravi")
                .header("Accept-Language", CHINESE)
                .get("/api/v1/models/nowhere")
                .then())
        .statusCode(404)
        .body("type", equalTo("urn:assay:problem:not-found"))
        .body("title", equalTo("所请求的内容不存在"))
        .body("detail", equalTo("模型 nowhere 不存在。"));
    english(
            People.as("ravi")
                .header("Accept-Language", "en-GB")
                .get("/api/v1/models/nowhere")
                .then())
        .statusCode(404)
        .body("title", equalTo("There is no such thing"))
        .body("detail", equalTo("There is no model nowhere."));
  }

  @Test
  void remediesAreToldInTheReadersLanguageToo() {
    String model = "{\"name\":\"told-twice\",\"purpose\":\"p\",\"riskTier\":\"LIMITED\"}";
    People.as("olivia").body(model).post("/api/v1/models").then().statusCode(201);
    chinese(post("olivia", model))
        .statusCode(409)
        .body("title", equalTo("与当前状态不符"))
        .body("detail", equalTo("模型 told-twice 已经存在。"))
        .body("remedy", equalTo("请换一个名称。"));
  }

  @Test
  void whatIsWrongInARequestIsToldInTheReadersLanguage() {
    String bad = "{\"name\":\"Bad Name\",\"purpose\":\"\",\"riskTier\":\"HIGH\"}";
    chinese(post("olivia", bad))
        .statusCode(400)
        .body("title", equalTo("请求无效"))
        .body("errors.size()", equalTo(2))
        .body("errors", hasItem("name 必须是 2 至 64 个小写字母、数字或连字符，并以字母开头"))
        .body("errors[1]", matchesPattern("purpose .*\\p{IsHan}.*"))
        .body("remedy", equalTo("请更正所指出的内容。"));
    english(People.as("olivia").body(bad).post("/api/v1/models").then())
        .statusCode(400)
        .body("errors[0]", containsString("name must be"))
        .body("errors[1]", equalTo("purpose must not be blank"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "zh-TW", "zh-Hans-CN"})
  void everyKindOfChineseIsAnsweredInOne(String header) {
    String bad = "{\"name\":\"good-name\",\"purpose\":\"\",\"riskTier\":\"HIGH\"}";
    chinese(
            People.as("olivia")
                .header("Accept-Language", header)
                .body(bad)
                .post("/api/v1/models")
                .then())
        .statusCode(400)
        .body("title", equalTo("请求无效"))
        .body("errors[0]", matchesPattern("purpose .*\\p{IsHan}.*"));
  }

  @Test
  void anUnreadableFieldIsNamedInTheReadersLanguage() {
    chinese(post("olivia", "{\"name\":\"good-name\",\"purpose\":\"p\",\"riskTier\":\"HUGE\"}"))
        .statusCode(400)
        .body("detail", equalTo("字段“riskTier”的值 HUGE 无法识别。"));
  }

  @Test
  void whoIsNotSignedInOrHasNoRoleIsToldInTheReadersLanguage() {
    chinese(given().header("Accept-Language", CHINESE).get("/api/v1/models").then())
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .body("title", equalTo("尚未登录"))
        .body("detail", equalTo("请求中没有有效的令牌。"));
    chinese(post("ravi", "{\"name\":\"good-name\",\"purpose\":\"p\",\"riskTier\":\"HIGH\"}"))
        .statusCode(403)
        .body("title", equalTo("您无权执行此操作"))
        .body("detail", equalTo("您的角色不允许执行此操作。"));
  }

  private static ValidatableResponse post(String person, String model) {
    RequestSpecification request = People.as(person).header("Accept-Language", CHINESE);
    return request.body(model).post("/api/v1/models").then();
  }

  private static ValidatableResponse chinese(ValidatableResponse answer) {
    return answer
        .contentType("application/problem+json")
        .header("Content-Language", "zh-CN")
        .header("Vary", containsString("Accept-Language"));
  }

  private static ValidatableResponse english(ValidatableResponse answer) {
    return answer
        .contentType("application/problem+json")
        .header("Content-Language", "en")
        .header("Vary", containsString("Accept-Language"));
  }
}
