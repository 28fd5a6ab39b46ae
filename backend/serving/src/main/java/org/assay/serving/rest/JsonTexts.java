package org.assay.serving.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.Refusal;

/// Fills a tensor of texts from JSON strings.
final class JsonTexts implements JsonElements {
  private final String name;
  private final long[] shape;
  private final int elements;
  private final List<String> data = new ArrayList<>();

  JsonTexts(String name, long[] shape, int elements) {
    this.name = name;
    this.shape = shape;
    this.elements = elements;
  }

  @Override
  public boolean isFull() {
    return data.size() == elements;
  }

  @Override
  public int count() {
    return data.size();
  }

  @Override
  public void add(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw Refusal.malformed(
          "input \""
              + name
              + "\": an element of BYTES is a string, element "
              + count()
              + " is not");
    }
    data.add(json.getText());
  }

  @Override
  public Tensor finish() {
    return new Tensor.Texts(shape, data);
  }
}
