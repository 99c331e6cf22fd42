internal import EdgeDiagnostics
internal import EdgeSyntax

extension LintOptions {
  /// The usual options with a custom resource for examples: sensors with a unit, an interval and
  /// labels.
  static var sensors: LintOptions {
    let sources = SourceManager()
    var sink = DiagnosticSink()
    let file = sources.add(name: "sensors.yaml", bytes: Array(sensorDefinition.utf8))
    var options = LintOptions()
    options.customResources = SchemaCatalog(
      reading: DocumentReader.read(file, in: sources, reporting: &sink))
    return options
  }

  private static let sensorDefinition = """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: sensors.example.com
    spec:
      group: example.com
      scope: Cluster
      names: {kind: Sensor, plural: sensors}
      versions:
      - name: v1
        served: true
        storage: true
        schema:
          openAPIV3Schema:
            type: object
            required: [spec]
            properties:
              spec:
                type: object
                required: [unit]
                properties:
                  unit: {type: string, enum: [celsius, kelvin]}
                  interval: {type: integer, format: int32, minimum: 1, maximum: 3600}
                  port: {x-kubernetes-int-or-string: true}
                  labels: {type: object, additionalProperties: {type: string}}
                  settings: {type: object, x-kubernetes-preserve-unknown-fields: true}
      - name: v1alpha1
        served: false
        storage: false
    """
}
