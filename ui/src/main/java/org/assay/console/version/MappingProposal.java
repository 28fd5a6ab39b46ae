package org.assay.console.version;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.assay.api.assessments.ColumnMapping;
import org.assay.api.assessments.ColumnMapping.Encoding;
import org.assay.api.assessments.ColumnMapping.Input;
import org.assay.api.assessments.ColumnMapping.Output;
import org.assay.api.assessments.IntakeView;
import org.assay.api.assessments.IntakeView.Tensor;
import org.assay.api.datasets.DatasetView.Column;

/// A first guess at how a dataset's columns feed a model, for the owner to correct: names are
/// matched first; what is left is filled in the dataset's order. Codes of categories cannot be
// known
/// from the column alone, so they are guessed as `no`, `yes`.
final class MappingProposal {
  private static final Set<String> TRUTH = Set.of("BOOLEAN", "BOOL");

  private MappingProposal() {}

  /// @param label the column with the outcome, which is no input
  /// @param protectedAttributes used as inputs only where the model asks for them by name or width
  static ColumnMapping of(
      IntakeView intake, List<Column> columns, String label, Set<String> protectedAttributes) {
    var free = new ArrayList<Column>();
    for (var column : columns) {
      if (!column.name().equals(label)) {
        free.add(column);
      }
    }
    var inputs =
        intake.inputs().size() == 1
            ? List.of(wide(intake.inputs().getFirst(), free, protectedAttributes))
            : narrow(intake.inputs(), free);
    return new ColumnMapping(inputs, encodings(intake, inputs, columns), output(intake));
  }

  /// One input of shape `[N, k]`: all columns when they are k, else without the protected ones.
  private static Input wide(Tensor input, List<Column> free, Set<String> protectedAttributes) {
    var names = free.stream().map(Column::name).toList();
    var width = width(input);
    if (width.isPresent() && width.getAsInt() < names.size()) {
      var open = names.stream().filter(name -> !protectedAttributes.contains(name)).toList();
      var enough = open.size() >= width.getAsInt() ? open : names;
      names = enough.subList(0, width.getAsInt());
    }
    return new Input(input.name(), names);
  }

  /// Several inputs of one column each: by name, then in order.
  private static List<Input> narrow(List<Tensor> tensors, List<Column> free) {
    var rest = new ArrayList<>(free.stream().map(Column::name).toList());
    Map<String, String> chosen = new LinkedHashMap<>();
    for (var tensor : tensors) {
      rest.stream()
          .filter(name -> plain(name).equals(plain(tensor.name())))
          .findFirst()
          .ifPresent(
              name -> {
                chosen.put(tensor.name(), name);
                rest.remove(name);
              });
    }
    var inputs = new ArrayList<Input>();
    for (var tensor : tensors) {
      var named = chosen.get(tensor.name());
      var column = named != null || rest.isEmpty() ? named : rest.removeFirst();
      inputs.add(new Input(tensor.name(), column == null ? List.of() : List.of(column)));
    }
    return inputs;
  }

  private static Map<String, Encoding> encodings(
      IntakeView intake, List<Input> inputs, List<Column> columns) {
    Map<String, Encoding> encodings = new LinkedHashMap<>();
    for (var input : inputs) {
      var isText =
          intake.inputs().stream()
              .anyMatch(t -> t.name().equals(input.input()) && t.type().contains("string"));
      for (var column : columns) {
        if (input.columns().contains(column.name())) {
          encoding(column, isText, encodings);
        }
      }
    }
    return encodings;
  }

  private static void encoding(Column column, boolean isText, Map<String, Encoding> encodings) {
    var type = column.type().toUpperCase(Locale.ROOT);
    if (isText) {
      encodings.put(column.name(), new Encoding("text", null));
    } else if (TRUTH.contains(type)) {
      encodings.put(column.name(), new Encoding("categories", codes("false", "true")));
    } else if (type.contains("CHAR") || type.contains("STRING") || type.contains("TEXT")) {
      encodings.put(column.name(), new Encoding("categories", codes("no", "yes")));
    }
  }

  private static Map<String, Double> codes(String zero, String one) {
    Map<String, Double> codes = new LinkedHashMap<>();
    codes.put(zero, 0.0);
    codes.put(one, 1.0);
    return codes;
  }

  /// The output of probabilities where there is one, else the label.
  private static Output output(IntakeView intake) {
    var outputs = intake.outputs();
    var score =
        outputs.stream()
            .filter(tensor -> tensor.type().contains("float") || tensor.type().contains("double"))
            .max((a, b) -> Integer.compare(likeness(a), likeness(b)));
    if (score.isPresent()) {
      var width = width(score.get());
      var index = width.isPresent() && width.getAsInt() == 2 ? 1 : 0;
      return new Output(score.get().name(), index, "score", 0.5, null);
    }
    var name = outputs.isEmpty() ? "" : outputs.getFirst().name();
    return new Output(name, null, "label", null, "1");
  }

  private static int likeness(Tensor tensor) {
    var name = tensor.name().toLowerCase(Locale.ROOT);
    return name.contains("prob") || name.contains("score") ? 1 : 0;
  }

  private static OptionalInt width(Tensor tensor) {
    if (tensor.shape().size() != 2) {
      return OptionalInt.empty();
    }
    var width = tensor.shape().getLast();
    return width.matches("[1-9][0-9]{0,8}")
        ? OptionalInt.of(Integer.parseInt(width))
        : OptionalInt.empty();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
