package org.assay.serving;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import org.assay.onnx.runtime.SessionSettings.Device;

/// The settings of the serving process.
@ConfigMapping(prefix = "assay.serving")
public interface ServingConfig {
  /// Keeps fetched bundles and files; everything in it is verified again before use.
  Path cache();

  /// Public keys a release may be signed with: one PEM file, or a folder of `*.pem`.
  Path trustedKeys();

  /// Pause between two questions to the control plane.
  @WithDefault("PT1S")
  Duration poll();

  /// No contact for this long, and nothing is answered any more.
  @WithDefault("PT8S")
  Duration partitionLimit();

  /// The longest a request may take; a caller may ask for less.
  @WithDefault("PT5S")
  Duration deadline();

  /// Bytes of one request at most.
  @WithDefault("33554432")
  long requestBytes();

  /// Bytes of one file of a model at most.
  @WithDefault("17179869184")
  long fileBytes();

  /// Where models run.
  @WithDefault("cpu")
  Device device();

  /// Runs at the same time; 0: as many as there are cores.
  @WithDefault("0")
  int concurrency();

  /// Threads within one run; 0: cores divided by runs at the same time.
  @WithDefault("0")
  int threadsPerRun();

  /// Requests that may wait for a run; more are refused as overload.
  @WithDefault("256")
  int waiting();

  /// Largest output of a constant that is folded when a model is loaded.
  @WithDefault("67108864")
  long foldedBytes();

  /// Memory of the CUDA arena of one model.
  @WithDefault("4294967296")
  long deviceBytes();
}
