package org.assay.server.review;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// Nothing runs by itself: the test alone moves a version along the line.
public class WithoutJobs implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("assay.jobs.enabled", "false");
  }
}
