{{- /* Each takes the root context, or a dict with root and component. */ -}}

{{- define "assay.name" -}}
{{ printf "%s-%s" .root.Release.Name .component | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "assay.selector" -}}
app.kubernetes.io/name: assay
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "assay.labels" -}}
{{ include "assay.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- /* By digest where one is given. Takes root and image. */ -}}
{{- define "assay.image" -}}
{{ .root.Values.image.prefix }}{{ .image.repository }}
{{- if .image.digest }}@{{ .image.digest }}{{ else }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}{{ end }}
{{- end }}

{{- /* Pod Security "restricted". */ -}}
{{- define "assay.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- end }}

{{- define "assay.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  privileged: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities:
    drop: [ALL]
  seccompProfile:
    type: RuntimeDefault
{{- end }}

{{- define "assay.probes" -}}
startupProbe:
  httpGet: { path: /q/health/started, port: http }
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet: { path: /q/health/live, port: http }
  periodSeconds: 10
  timeoutSeconds: 3
readinessProbe:
  httpGet: { path: /q/health/ready, port: http }
  periodSeconds: 5
  timeoutSeconds: 3
{{- end }}

{{- /* An environment variable from a Secret. Takes name, secret and key. */ -}}
{{- define "assay.secretEnv" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef: { name: {{ .secret }}, key: {{ .key }} }
{{- end }}

{{- define "assay.serverUrl" -}}
http://{{ include "assay.name" (dict "root" . "component" "server") }}:8081
{{- end }}

{{- define "assay.claim" -}}
{{ .Values.files.existingClaim | default (include "assay.name" (dict "root" . "component" "files")) }}
{{- end }}

{{- /* The pod of the server: the API and the job pods differ in their settings only. */ -}}
{{- define "assay.serverPod" -}}
metadata:
  labels:
    {{- include "assay.labels" . | nindent 4 }}
  annotations:
    checksum/settings: {{ include (print .root.Template.BasePath "/settings.yaml") .root | sha256sum }}
spec:
  serviceAccountName: {{ include "assay.name" . }}
  {{- include "assay.podSecurity" .root | nindent 2 }}
  terminationGracePeriodSeconds: 60
  initContainers:
    # The server takes a signing key that its own user alone may read; a Secret's file is its group's too.
    - name: signing-key
      image: {{ include "assay.image" (dict "root" .root "image" .root.Values.server.image) }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      command: [sh, -c, "umask 077 && cp /signing/signing.pem /keys/signing.pem"]
      {{- include "assay.containerSecurity" .root | nindent 6 }}
      resources:
        requests: { cpu: 50m, memory: 32Mi }
        limits: { cpu: 100m, memory: 64Mi }
      volumeMounts:
        - { name: signing, mountPath: /signing, readOnly: true }
        - { name: keys, mountPath: /keys }
  containers:
    - name: server
      image: {{ include "assay.image" (dict "root" .root "image" .root.Values.server.image) }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      {{- include "assay.containerSecurity" .root | nindent 6 }}
      ports:
        - { name: http, containerPort: 8081 }
      envFrom:
        - configMapRef: { name: {{ include "assay.name" . }} }
      env:
        {{- include "assay.secretEnv" (dict "name" "QUARKUS_DATASOURCE_USERNAME" "secret" .root.Values.database.appSecret "key" "username") | nindent 8 }}
        {{- include "assay.secretEnv" (dict "name" "QUARKUS_DATASOURCE_PASSWORD" "secret" .root.Values.database.appSecret "key" "password") | nindent 8 }}
      {{- include "assay.probes" . | nindent 6 }}
      resources:
        {{- toYaml .resources | nindent 8 }}
      volumeMounts:
        - { name: files, mountPath: /files }
        - { name: keys, mountPath: /keys }
        - { name: tmp, mountPath: /tmp }
  volumes:
    - name: files
      persistentVolumeClaim: { claimName: {{ include "assay.claim" .root }} }
    - name: signing
      secret:
        secretName: {{ .root.Values.signing.secret }}
        defaultMode: 0440
        items:
          - { key: signing.pem, path: signing.pem }
    - name: keys
      emptyDir: { medium: Memory, sizeLimit: 1Mi }
    - name: tmp
      emptyDir: { sizeLimit: 10Gi }
{{- end }}
