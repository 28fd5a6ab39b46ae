package org.assay.console.version;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import java.util.List;
import java.util.Map;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.AssessmentView;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.jspecify.annotations.Nullable;

/// How the version is examined: the steps, and the plan they follow.
class AssessmentTab extends Div {
  private static final long serialVersionUID = 1L;

  private final transient VersionContext context;
  private final Div progress = new Div();

  AssessmentTab(VersionContext context) {
    this.context = context;
    add(new Panel(Texts.text("assessment.progress"), progress));
    progress(context.assessment());
    var plan = context.assessment().plan();
    if (context.isOwner() && context.isDraft()) {
      add(planning());
    } else if (plan == null) {
      add(Notice.empty(Texts.text("assessment.noPlan")));
    } else {
      add(new Panel(Texts.text("plan.title"), facts(plan)));
    }
  }

  /// Draws the steps anew.
  final void progress(AssessmentView now) {
    progress.removeAll();
    progress.add(new Progress(context, now));
  }

  private Panel planning() {
    return context.isSealed()
        ? new Panel(Texts.text("plan.title"), new PlanForm(context))
        : new Panel(Texts.text("plan.title"), Notice.empty(Texts.text("plan.afterSeal")));
  }

  private static Facts facts(AssessmentPlan plan) {
    var mapping = new Pre(MappingText.write(plan.mapping()));
    mapping.setId("plan-mapping-text");
    return new Facts()
        .fact("plan.dataset", plan.datasetId().toString())
        .fact("plan.label", plan.label())
        .fact("plan.favourable", plan.favourable())
        .fact("plan.protected", String.join(", ", plan.protectedAttributes()))
        .fact("plan.references", references(plan.references()))
        .fact("plan.minimum", minimum(plan.minimumGroupSize()))
        .fact("plan.mapping", mapping);
  }

  private static String minimum(@Nullable Integer size) {
    return Integer.toString(size == null ? PlanForm.MINIMUM_GROUP : size);
  }

  static String references(@Nullable Map<String, String> references) {
    if (references == null || references.isEmpty()) {
      return "";
    }
    return String.join(
        ", ", List.copyOf(references.entrySet()).stream().map(Object::toString).sorted().toList());
  }
}
