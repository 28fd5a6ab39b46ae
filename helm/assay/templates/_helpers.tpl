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

{{- /* The environment of a program from its own values. Takes root and component. */ -}}
{{- define "assay.ownEnv" -}}
{{- with (index .root.Values .component).env }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- /* Where the pods of a program run. Takes root and component. */ -}}
{{- define "assay.scheduling" -}}
{{- $own := index .root.Values .component }}
{{- $all := .root.Values.scheduling }}
{{- $gpu := and (eq .component "serving") .root.Values.serving.gpu.enabled }}
{{- with $own.priorityClassName | default $all.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with $gpu | ternary (merge (dict) $own.nodeSelector .root.Values.serving.gpu.nodeSelector) $own.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $gpu | ternary (concat $own.tolerations .root.Values.serving.gpu.tolerations) $own.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- if ne .component "migrate" }}
{{- if ne $all.spread "none" }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: {{ eq $all.spread "zones" | ternary "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "assay.selector" . | nindent 8 }}
{{- end }}
{{- if ne $all.antiAffinity "none" }}
affinity:
  podAntiAffinity:
    {{- if eq $all.antiAffinity "required" }}
    requiredDuringSchedulingIgnoredDuringExecution:
      - topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels:
            {{- include "assay.selector" . | nindent 12 }}
    {{- else }}
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              {{- include "assay.selector" . | nindent 14 }}
    {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* How many pods, or nothing where an autoscaler says it. Takes root and component. */ -}}
{{- define "assay.replicas" -}}
{{- $own := index .root.Values .component }}
{{- if not $own.autoscaling.enabled }}
replicas: {{ $own.replicas }}
{{- end }}
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

{{- /* All pods of serving, one address each: each has figures of its own. */ -}}
{{- define "assay.servingPods" -}}
{{ include "assay.name" (dict "root" . "component" "serving-pods") }}
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
  {{- include "assay.scheduling" . | nindent 2 }}
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
        {{- include "assay.secretEnv" (dict "name" "ASSAY_PEOPLE_SECRET" "secret" .root.Values.server.clientSecret "key" "client-secret") | nindent 8 }}
        {{- include "assay.ownEnv" . | nindent 8 }}
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
