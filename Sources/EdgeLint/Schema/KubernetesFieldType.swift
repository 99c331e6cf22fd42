internal import EdgeSyntax

/// What a field of a pod has to be, in words, from the built-in schema.
package enum KubernetesFieldType {
  /// The type of a field, and the values that a server takes where the list is closed.
  ///
  /// - Parameter path: From `spec` on, with `[]` behind lists: `spec.containers[].ports[].protocol`.
  /// - Returns: Nil for a field that a Pod does not have.
  package static func description(ofPodField path: String) -> (type: String, values: [String])? {
    guard let pod = KubernetesSchema.kind(Array("Pod".utf8)[...], apiVersion: Array("v1".utf8)[...])
    else { return nil }
    let schema = KubernetesSchema()
    var object: Int? = pod.object
    var found: KubernetesSchema.Field?
    for part in path.split(separator: ".") {
      let name = part.prefix { $0 != "[" }
      guard let type = object,
        let field = schema.field(named: Array(name.utf8)[...], of: type)
      else { return nil }
      found = field
      object = Self.object(of: schema.value(of: field), in: schema)
    }
    return found.map { field in
      (
        words(for: schema.value(of: field), in: schema),
        (schema.choices(of: field) ?? []).filter { !$0.isEmpty }
      )
    }
  }

  /// The object that a value is, or that its entries are.
  private static func object<Schema: StructureSchema>(
    of value: Schema.Value, in schema: Schema
  ) -> Schema.Object? {
    switch schema.form(of: value) {
    case .object(let object), .perhapsObject(let object): object
    case .list(let entry): self.object(of: entry, in: schema)
    default: nil
    }
  }

  private static func words<Schema: StructureSchema>(
    for value: Schema.Value, in schema: Schema
  ) -> String {
    switch schema.form(of: value) {
    case .any: "anything"
    case .mapping, .object, .perhapsObject: "object"
    case .string: "string"
    case .boolean: "true or false"
    case .int32, .int64: "whole number"
    case .number: "number"
    case .quantity: "quantity"
    case .intOrString: "number or string"
    case .time: "time"
    case .base64: "base64 text"
    case .list(let entry): "list (\(words(for: entry, in: schema)))"
    case .map(let entry): "object (\(words(for: entry, in: schema)))"
    }
  }
}
