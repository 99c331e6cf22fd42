internal import EdgeDiagnostics
internal import EdgeModel

/// Values that a field cannot have.
extension Rule {
  static let schemaType = Rule(reading: .schemaType, fix: .safe) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: edge
          annotations:
            priority: ⟦15⟧
          labels:
            enabled: ⟦yes⟧
        spec:
          replicas: ⟦"2"⟧
          paused: ⟦'true'⟧
        """,
        fixed: """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: edge
            annotations:
              priority: "15"
            labels:
              enabled: "yes"
          spec:
            replicas: 2
            paused: true
          """),
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: edge
          creationTimestamp: ⟦yesterday⟧
        spec:
          containers:
          - ⟦sensor⟧
          - name: sensor
            command: ⟦run.sh⟧
            env: ⟦{name: A}⟧
            securityContext: ⟦[]⟧
            resources:
              limits:
                cpu: ⟦true⟧
        """),
      .flags(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Sensor
        metadata:
          name: front
          labels:
            floor: ⟦3⟧
        spec:
          unit: celsius
          interval: ⟦soon⟧
          port: ⟦true⟧
        """,
        under: .sensors),
      .passes(
        .kubernetes,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: edge
          annotations:
            priority: "15"
            empty:
        spec:
          replicas: 2.0
          strategy:
            rollingUpdate:
              maxSurge: 25%
              maxUnavailable: 1
          template:
        """),
      // What is to be filled in can become anything.
      .passes(
        .kubernetes,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: edge
        spec:
          replicas: ${REPLICAS}
        """),
    ]
  }

  static let schemaIntRange = Rule(reading: .schemaIntRange) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: edge
        spec:
          replicas: ⟦1.5⟧
          minReadySeconds: ⟦3000000000⟧
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
          interval: ⟦0⟧
        """,
        under: .sensors),
      .passes(
        .kubernetes,
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: edge
        spec:
          activeDeadlineSeconds: 3000000000
          containers: []
        """),
    ]
  }

  static let schemaEnum = Rule(reading: .schemaEnum, fix: .safe) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: edge
        spec:
          strategy:
            type: ⟦recreate⟧
        """,
        fixed: """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: edge
          spec:
            strategy:
              type: Recreate
          """),
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: data
        spec:
          accessModes: [ReadWriteOnce, ⟦RWX⟧]
        """),
      .flags(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Sensor
        metadata:
          name: front
        spec:
          unit: ⟦fahrenheit⟧
        """,
        under: .sensors),
      .passes(
        .kubernetes,
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: edge
        spec:
          type: ""
          sessionAffinity: ClientIP
        """),
    ]
  }

  static let schemaQuantity = Rule(reading: .schemaQuantity) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: edge
        spec:
          hard:
            memory: ⟦1GB⟧
            cpu: ⟦1 000⟧
            pods: ⟦""⟧
        """),
      .passes(
        .kubernetes,
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: edge
        spec:
          hard:
            memory: 1Gi
            cpu: .5
            pods: "10"
            requests.cpu: 1e3
            requests.memory: ${MEMORY}
        """),
    ]
  }

  static let schemaQuantityZero = Rule(reading: .schemaQuantityZero) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: edge
        spec:
          hard:
            cpu: ⟦m⟧
            memory: ⟦"Mi"⟧
        """),
      .passes(
        .kubernetes,
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: edge
        spec:
          hard:
            cpu: 0
            memory: 0Mi
        """),
    ]
  }

  static let schemaBase64 = Rule(reading: .schemaBase64) {
    [
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: credentials
        data:
          user: ⟦abc!⟧
        """),
      .flags(
        .kubernetes,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: model
        binaryData:
          weights: ⟦YWJ⟧
        """),
      .passes(
        .kubernetes,
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: credentials
        data:
          user: YWJj
          empty: ""
          later: ${USER_BASE64}
        stringData:
          password: abc!
        """),
    ]
  }

  static let schemaNullRequired = Rule(reading: .schemaNullRequired) {
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
            ⟦image⟧:
          - ⟦~⟧
        """),
      // Missing altogether, where no other rule speaks of it.
      .flags(
        .kubernetes,
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: edge
        roleRef:
          ⟦apiGroup⟧: rbac.authorization.k8s.io
          kind: Role
        subjects: []
        """),
      .flags(
        .kubernetes,
        """
        apiVersion: example.com/v1
        kind: Sensor
        metadata:
          name: front
        spec:
          ⟦interval⟧: 5
        """,
        under: .sensors),
      .passes(
        .kubernetes,
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: edge
          labels:
        spec:
          hostname:
          containers:
          - name: sensor
            image: example.azurecr.io/sensor:1.0
            args: [~]
        """),
      // ctr-none and wl-cron-schedule speak of these.
      .passes(
        .kubernetes,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: edge
        spec:
          replicas: 1
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          jobTemplate: {spec: {template: {metadata: {}}}}
        """),
      // A misspelt name is one mistake.
      .passes(
        .kubernetes,
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: edge
        roleref:
          kind: Role
          name: edge
        """),
    ]
  }
}
