package org.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.assay.onnx.ModelInspector;
import org.assay.onnx.mapping.ColumnMapping;
import org.assay.worker.launch.WorkerLauncher;
import org.assay.worker.protocol.WorkerRequest;
import org.junit.jupiter.api.Test;

/// The server uses these packages with the engine's jar left out.
class EngineFreeTest {
  @Test
  void askingForAWorkerNeedsNoEngine() throws IOException, ReflectiveOperationException {
    for (Class<?> type :
        new Class<?>[] {
          WorkerLauncher.class, WorkerRequest.class, ModelInspector.class, ColumnMapping.class
        }) {
      try (EnginelessLoader loader = new EnginelessLoader(type.getClassLoader())) {
        Class<?> loaded = Class.forName(type.getName(), true, loader);
        assertThat(loaded).isNotSameAs(type);
        assertThat(loaded.getDeclaredMethods()).isNotEmpty();
      }
    }
    assertThat(mentionsEngine(Main.class)).isFalse();
    assertThat(mentionsEngine(ModelProbe.class)).as("the check can fail").isTrue();
  }

  private static boolean mentionsEngine(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains("ai/onnxruntime");
    }
  }

  /// Defines our classes anew and does not know the engine.
  private static final class EnginelessLoader extends ClassLoader implements AutoCloseable {
    EnginelessLoader(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("ai.onnxruntime")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("org.assay.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }

    @Override
    public void close() {
      clearAssertionStatus();
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains("ai/onnxruntime")) {
          throw new ClassNotFoundException(name + " needs the engine");
        }
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
