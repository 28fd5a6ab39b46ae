package org.assay.worker.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.List;
import org.assay.onnx.mapping.ColumnMapping;

/// The first frame of a request: the task, and which files follow it in which order.
record TaskHeader(WorkerTask task, List<FileHeader> files, boolean table) {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(ColumnMapping.class, new MappingJson.Serializer())
                  .addDeserializer(ColumnMapping.class, new MappingJson.Deserializer()))
          .build();

  record FileHeader(String name, long size) {}

  TaskHeader {
    files = List.copyOf(files);
  }
}
