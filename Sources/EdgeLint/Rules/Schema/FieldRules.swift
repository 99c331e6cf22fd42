internal import EdgeDiagnostics
internal import EdgeModel

/// Fields that an object does not have, or not there.
extension Rule {
  static let schemaUnknownField = Rule(reading: .schemaUnknownField, fix: .unsafe) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: edge
        spec:
          containers:
          - name: sensor
            ⟦imagee⟧: example.azurecr.io/sensor:1.0
        """,
        fixed: """
          apiVersion: v1
          kind: Pod
          metadata:
            name: edge
          spec:
            containers:
            - name: sensor
              image: example.azurecr.io/sensor:1.0
          """),
      .flags(
        .kubernetes,
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: edge
        spec:
          rules:
          - http:
              paths:
              - path: /
                pathType: Prefix
                backend:
                  ⟦gateway⟧: x
        """),
      // `rollbackTo` was a field of the earlier version.
      .passes(
        .kubernetes,
        """
        apiVersion: extensions/v1beta1
        kind: Deployment
        metadata:
          name: edge
        spec:
          rollbackTo: {}
        """),
      // Custom resources are left alone unless their definitions are known.
      .passes(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Pod
        spec:
          anything: x
        """),
      .flags(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Sensor
        metadata:
          name: front
        spec:
          unit: celsius
          ⟦intervall⟧: 5
        """,
        fixed: """
          apiVersion: example.com/v1
          kind: Sensor
          metadata:
            name: front
          spec:
            unit: celsius
            interval: 5
          """, under: .sensors),
      .passes(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Sensor
        metadata:
          name: front
        spec:
          unit: celsius
          interval: 5
          labels:
            anything: x
        """,
        under: .sensors),
    ]
  }

  static let schemaFieldCase = Rule(reading: .schemaFieldCase, fix: .safe) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: edge
        spec:
          ⟦Replicas⟧: 1
        """,
        fixed: """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: edge
          spec:
            replicas: 1
          """),
      .passes(
        .kubernetes,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: edge
          labels:
            Replicas: "1"
        spec:
          replicas: 1
        """),
    ]
  }

  static let schemaMisplacedField = Rule(reading: .schemaMisplacedField) {
    [
      // Right below, and further below.
      .flags(
        .kubernetes,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: edge
        ⟦replicas⟧: 1
        spec:
          ⟦tolerations⟧: []
        """),
      // Above.
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: edge
        spec:
          containers:
          - name: sensor
            image: example.azurecr.io/sensor:1.0
            ⟦volumes⟧: []
        """),
      // Beside.
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: edge
        spec:
          containers:
          - name: sensor
            image: example.azurecr.io/sensor:1.0
          volumes:
          - name: data
            ⟦mountPath⟧: /data
        """),
      .passes(
        .kubernetes,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: edge
        spec:
          replicas: 1
          template:
            spec:
              tolerations: []
        """),
    ]
  }

  static let schemaFieldNewer = Rule(reading: .schemaFieldNewer) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: edge
        spec:
          ⟦hostnameOverride⟧: front
          containers: []
        """,
        under: .kubernetes(minor: 30)),
      .passes(
        .kubernetes,
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: edge
        spec:
          hostnameOverride: front
          containers: []
        """),
    ]
  }
}

extension RuleInfo {
  static let schemaFieldNewer = RuleInfo(
    "schema-field-newer", .info, "field that the release does not have yet",
    explanation: """
      A later release brought the field. A server of the release in question refuses it, or drops \
      it without a word. Without a release given, the newest known is meant.
      """,
    source: "kubernetes/kubernetes api/openapi-spec of each release")
}
