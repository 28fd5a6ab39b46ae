package org.assay.console.version;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.ColumnMapping;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.DatasetView.Column;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Texts;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// The plan of an assessment: which data, whose outcome, which groups, and how columns feed the
/// model.
class PlanForm extends Div {
  static final int MINIMUM_GROUP = 30;
  private static final long serialVersionUID = 1L;

  private final transient VersionContext context;
  private final ComboBox<DatasetView> dataset = new ComboBox<>(Texts.text("plan.dataset"));
  private final ComboBox<String> label = new ComboBox<>(Texts.text("plan.label"));
  private final TextField favourable = new TextField(Texts.text("plan.favourable"));
  private final MultiSelectComboBox<String> attributes =
      new MultiSelectComboBox<>(Texts.text("plan.protected"));
  private final TextField references = new TextField(Texts.text("plan.references"));
  private final IntegerField minimum = new IntegerField(Texts.text("plan.minimum"));
  private final TextArea mapping = new TextArea(Texts.text("plan.mapping"));

  PlanForm(VersionContext context) {
    this.context = context;
    setUpFields();
    dataset.addValueChangeListener(change -> offerColumns(change.getValue()));
    var plan = context.assessment().plan();
    if (plan != null) {
      fill(plan);
    }
    var propose = new Button(Texts.text("plan.propose"), click -> propose());
    propose.setId("plan-propose");
    var start = new Button(Texts.text("plan.start"), click -> start());
    start.setId("plan-start");
    start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var form = new Div(dataset, label, favourable, attributes, references, minimum);
    form.addClassName("form-grid");
    var buttons = new Div(propose, start);
    buttons.addClassName("buttons");
    add(form, mapping, buttons);
  }

  private void setUpFields() {
    dataset.setId("plan-dataset");
    dataset.setItems(
        query ->
            datasets(query.getFilter().filter(text -> !text.isBlank()).orElse(null))
                .fetch(new Query<>(query.getOffset(), query.getLimit(), List.of(), null, null)));
    dataset.setItemLabelGenerator(DatasetView::name);
    dataset.setHelperText(Texts.text("plan.dataset.help"));
    label.setId("plan-label");
    label.setHelperText(Texts.text("plan.label.help"));
    favourable.setId("plan-favourable");
    favourable.setHelperText(Texts.text("plan.favourable.help"));
    attributes.setId("plan-protected");
    attributes.setHelperText(Texts.text("plan.protected.help"));
    references.setId("plan-references");
    references.setHelperText(Texts.text("plan.references.help"));
    minimum.setId("plan-minimum");
    minimum.setMin(2);
    minimum.setMax(10_000);
    minimum.setStepButtonsVisible(true);
    minimum.setValue(MINIMUM_GROUP);
    minimum.setHelperText(Texts.text("plan.minimum.help"));
    mapping.setId("plan-mapping");
    mapping.addClassName("code");
    mapping.setWidthFull();
    mapping.setMinRows(8);
    mapping.setHelperText(Texts.text("plan.mapping.help"));
    dataset.setRequiredIndicatorVisible(true);
    label.setRequiredIndicatorVisible(true);
    attributes.setRequiredIndicatorVisible(true);
    favourable.setRequiredIndicatorVisible(true);
    mapping.setRequiredIndicatorVisible(true);
  }

  private void offerColumns(@Nullable DatasetView chosen) {
    var columns = chosen == null ? List.<String>of() : names(chosen);
    label.setItems(columns);
    attributes.setItems(columns);
  }

  private void fill(AssessmentPlan plan) {
    Server.ifThere(() -> context.server().datasets().get(plan.datasetId()))
        .ifPresent(dataset::setValue);
    label.setValue(plan.label());
    favourable.setValue(plan.favourable());
    attributes.setValue(Set.copyOf(plan.protectedAttributes()));
    references.setValue(AssessmentTab.references(plan.references()));
    minimum.setValue(plan.minimumGroupSize() == null ? MINIMUM_GROUP : plan.minimumGroupSize());
    mapping.setValue(MappingText.write(plan.mapping()));
  }

  /// Datasets as the list is scrolled; what is typed is searched for by the server.
  private CallbackDataProvider<DatasetView, Void> datasets(@Nullable String text) {
    return Lists.lazy((page, size) -> context.server().datasets().list(text, page, size));
  }

  private void propose() {
    var chosen = dataset.getValue();
    if (chosen == null || label.isEmpty()) {
      Announcements.mistaken(Texts.text("plan.chooseFirst"));
      return;
    }
    var intake = context.server().assessments().intake(context.name(), context.number());
    var proposal =
        MappingProposal.of(intake, chosen.columns(), label.getValue(), attributes.getValue());
    mapping.setValue(MappingText.write(proposal));
  }

  private void start() {
    if (!isComplete()) {
      Announcements.mistaken(Texts.text("plan.incomplete"));
      return;
    }
    ColumnMapping columns;
    try {
      columns = MappingText.read(mapping.getValue(), Set.copyOf(names(dataset.getValue())));
    } catch (MappingMistake mistake) {
      mapping.setInvalid(true);
      mapping.setErrorMessage(Texts.text(mistake.textKey(), mistake.arguments().toArray()));
      return;
    }
    mapping.setInvalid(false);
    context.server().assessments().assess(context.name(), context.number(), plan(columns));
    Announcements.done(Texts.text("plan.started"));
    context.reload().run();
  }

  private boolean isComplete() {
    markEmpty();
    return !dataset.isEmpty()
        && !label.isEmpty()
        && !favourable.getValue().isBlank()
        && !attributes.isEmpty()
        && !mapping.getValue().isBlank();
  }

  private void markEmpty() {
    dataset.setInvalid(dataset.isEmpty());
    label.setInvalid(label.isEmpty());
    favourable.setInvalid(favourable.getValue().isBlank());
    attributes.setInvalid(attributes.isEmpty());
  }

  private AssessmentPlan plan(ColumnMapping columns) {
    return new AssessmentPlan(
        dataset.getValue().id(),
        label.getValue(),
        favourable.getValue().strip(),
        attributes.getValue().stream().sorted().toList(),
        references(references.getValue()),
        columns,
        minimum.getValue());
  }

  private static List<String> names(DatasetView dataset) {
    return dataset.columns().stream().map(Column::name).collect(Collectors.toList());
  }

  /// Reads `sex=male, race=white`; a part without an equals sign says nothing and is left out.
  static @Nullable Map<String, String> references(String text) {
    Map<String, String> references = new TreeMap<>();
    for (var part : text.split(",", -1)) {
      var at = part.indexOf('=');
      if (at > 0) {
        references.put(part.substring(0, at).strip(), part.substring(at + 1).strip());
      }
    }
    return references.isEmpty() ? null : references;
  }
}
