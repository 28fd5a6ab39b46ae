package org.assay.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.assay.api.assessments.AssessmentPlan;

/// The demo's data and models, as they lie in this jar.
public final class DemoFiles {
  /// The models, in the order in which the demo brings them.
  public static final List<String> MODELS =
      List.of("mortgage-approval-logistic", "mortgage-approval-boosted", "mortgage-precheck");

  private static final ObjectMapper JSON = new ObjectMapper();

  private DemoFiles() {}

  /// Opens a file; the caller closes it.
  ///
  /// @param name below `demo/`, such as `hmda.csv` or `models/mortgage-precheck/model.onnx`
  /// @throws IllegalArgumentException when there is no such file
  public static InputStream open(String name) {
    InputStream content = DemoFiles.class.getResourceAsStream("/demo/" + name);
    if (content == null) {
      throw new IllegalArgumentException("the demo has no file " + name);
    }
    return content;
  }

  /// All bytes of a file, named as in [#open].
  public static byte[] bytes(String name) {
    try (InputStream content = open(name)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's file " + name + " cannot be read", e);
    }
  }

  public static DemoDataset dataset() {
    return read(object("dataset.json"), DemoDataset.class);
  }

  public static List<DemoModel> models() {
    return MODELS.stream().map(DemoFiles::model).toList();
  }

  private static DemoModel model(String name) {
    ObjectNode model = object("models/" + name + "/model.json");
    model.put("name", name).set("card", object("models/" + name + "/card.json"));
    return read(model, DemoModel.class);
  }

  /// The assessment plan of a model that has one: every model but the draft.
  ///
  /// @param datasetId the dataset's id at the server
  public static AssessmentPlan plan(String model, UUID datasetId) {
    ObjectNode plan = object("models/" + model + "/plan.json");
    return read(plan.put("datasetId", datasetId.toString()), AssessmentPlan.class);
  }

  private static ObjectNode object(String name) {
    try (InputStream content = open(name)) {
      return JSON.readValue(content, ObjectNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's file " + name + " is no JSON object", e);
    }
  }

  private static <T> T read(ObjectNode json, Class<T> type) {
    return JSON.convertValue(json, type);
  }
}
