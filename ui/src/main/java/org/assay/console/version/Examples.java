package org.assay.console.version;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.api.assessments.IntakeView;
import org.assay.api.assessments.IntakeView.Tensor;

/// How an application calls a released model: one request of the Open Inference Protocol, with the
/// model's own inputs.
final class Examples {
  private Examples() {}

  /// The request's body, one row of zeros.
  static String body(IntakeView intake) {
    return intake.inputs().stream()
        .map(Examples::input)
        .collect(Collectors.joining(", ", "{\"inputs\": [", "]}"));
  }

  static String curl(String serving, String model, String body) {
    return "curl -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' \\\n"
        + "  -d '"
        + body
        + "' \\\n  "
        + address(serving, model);
  }

  /// How an application gets a token for itself; its secret comes from its own surroundings.
  static String token(String realm) {
    return "TOKEN=$(curl -sS "
        + tokenAddress(realm)
        + " \\\n  -d grant_type=client_credentials -d client_id=$CLIENT_ID"
        + " -d client_secret=$CLIENT_SECRET | jq -r .access_token)";
  }

  static String python(String serving, String realm, String model, String body) {
    return """
        import os, requests

        token = requests.post(
            "%s",
            data={
                "grant_type": "client_credentials",
                "client_id": os.environ["CLIENT_ID"],
                "client_secret": os.environ["CLIENT_SECRET"],
            },
            timeout=10,
        ).json()["access_token"]
        answer = requests.post(
            "%s",
            headers={"Authorization": f"Bearer {token}"},
            json=%s,
            timeout=10,
        )
        answer.raise_for_status()
        print(answer.json()["outputs"])"""
        .formatted(tokenAddress(realm), address(serving, model), body);
  }

  private static String tokenAddress(String realm) {
    return realm.replaceAll("/+$", "") + "/protocol/openid-connect/token";
  }

  private static String address(String serving, String model) {
    return serving.replaceAll("/+$", "") + "/v2/models/" + model + "/infer";
  }

  private static String input(Tensor tensor) {
    var width = width(tensor);
    var shape = tensor.shape().size() < 2 ? "[1]" : "[1, " + width + "]";
    var isText = tensor.type().contains("string");
    var data =
        IntStream.range(0, width)
            .mapToObj(i -> isText ? "\"\"" : "0")
            .collect(Collectors.joining(", "));
    return "{\"name\": \"%s\", \"shape\": %s, \"datatype\": \"%s\", \"data\": [%s]}"
        .formatted(tensor.name(), shape, datatype(tensor.type()), data);
  }

  private static int width(Tensor tensor) {
    if (tensor.shape().size() < 2) {
      return 1;
    }
    var last = tensor.shape().getLast();
    return last.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(last) : 1;
  }

  /// The protocol's name of an element type.
  static String datatype(String type) {
    return switch (type) {
      case "float32", "float" -> "FP32";
      case "float64", "double" -> "FP64";
      case "float16" -> "FP16";
      case "int64" -> "INT64";
      case "int32" -> "INT32";
      case "int16" -> "INT16";
      case "int8" -> "INT8";
      case "uint8" -> "UINT8";
      case "bool" -> "BOOL";
      default -> type.contains("string") ? "BYTES" : type.toUpperCase(Locale.ROOT);
    };
  }
}
