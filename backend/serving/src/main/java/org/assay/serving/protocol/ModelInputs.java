package org.assay.serving.protocol;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.onnx.runtime.ElementType;
import org.assay.onnx.runtime.Tensor;
import org.assay.onnx.runtime.TensorSignature;
import org.assay.serving.Refusal;

/// Collects the inputs of one request and holds each against what the model says of it.
public final class ModelInputs {
  private final Map<String, TensorSignature> signatures = new LinkedHashMap<>();
  private final Map<String, Tensor> given = new LinkedHashMap<>();

  /// @param inputs what the model takes
  public ModelInputs(List<TensorSignature> inputs) {
    inputs.forEach(input -> signatures.put(input.name(), input));
  }

  /// Checks what a request declares of an input, before its data is read.
  ///
  /// @param datatype by the protocol's name
  /// @throws Refusal `MALFORMED` if the name is unknown or given before, or if datatype or
  ///     shape are
  ///     not the model's
  public ElementType declare(String name, String datatype, long[] shape) {
    TensorSignature signature = signatures.get(name);
    if (signature == null) {
      throw Refusal.malformed(
          "input \"" + name + "\" is unknown: the model takes " + names(signatures.keySet()));
    }
    if (given.containsKey(name)) {
      throw Refusal.malformed("input \"" + name + "\" is given twice");
    }
    if (!signature.type().name().equals(datatype)) {
      throw Refusal.malformed(
          "input \"" + name + "\" is of datatype " + signature.type() + ", not " + datatype);
    }
    requireShape(signature, shape);
    return signature.type();
  }

  private static void requireShape(TensorSignature signature, long[] shape) {
    List<Long> expected = signature.shape();
    boolean fits = expected.size() == shape.length;
    for (int i = 0; fits && i < shape.length; i++) {
      fits = shape[i] >= 0 && (expected.get(i) < 0 || expected.get(i) == shape[i]);
    }
    if (!fits) {
      throw Refusal.malformed(
          "input \""
              + signature.name()
              + "\" has shape "
              + expected
              + (expected.contains(-1L) ? " (-1: any size)" : "")
              + ", not "
              + Arrays.toString(shape));
    }
  }

  /// Takes the data of a declared input.
  public void give(String name, Tensor tensor) {
    given.put(name, tensor);
  }

  /// All inputs by name.
  ///
  /// @throws Refusal `MALFORMED` if one is missing
  public Map<String, Tensor> complete() {
    List<String> missing =
        signatures.keySet().stream().filter(name -> !given.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw Refusal.malformed("missing input " + names(missing));
    }
    return given;
  }

  /// How many elements a shape has.
  ///
  /// @throws Refusal `MALFORMED` if more than a tensor can hold
  public static int elements(String name, ElementType type, long[] shape) {
    try {
      long elements = Tensor.elements(shape);
      if (Math.multiplyExact(elements, Math.max(1, type.width())) <= Integer.MAX_VALUE) {
        return (int) elements;
      }
    } catch (ArithmeticException e) {
      // More than a long counts: the sentence below holds.
    }
    throw Refusal.malformed(
        "input \"" + name + "\": shape " + Arrays.toString(shape) + " is larger than 2 GiB");
  }

  static String names(Collection<String> names) {
    return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
  }
}
