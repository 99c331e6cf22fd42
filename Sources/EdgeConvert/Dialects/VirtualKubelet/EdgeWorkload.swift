internal import EdgeModel
package import EdgeSyntax

/// A workload whose pods the provider would turn into an IoT Edge deployment.
struct EdgeWorkload: Sendable {
  /// The whole object.
  let root: SyntaxNode
  let kind: String
  let name: Located<String>
  let namespace: String
  /// `metadata` of the object.
  let metadata: SyntaxNode?
  /// `metadata` of the pods: of the template, or of a Pod itself.
  let podMetadata: SyntaxNode?
  /// `spec` of the pods.
  let podSpec: SyntaxNode?

  var annotations: SyntaxNode? { podMetadata?["annotations"] }
  var labels: SyntaxNode? { podMetadata?["labels"] }
  var containers: SyntaxNode? { podSpec?["containers"] }

  /// Who it is, for messages, for example `Deployment sample`.
  var subject: String { "\(kind) \(name.value)" }
}
