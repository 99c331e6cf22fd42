internal import EdgeSyntax
internal import EdgeModel

/// What a patch is for.
package enum PatchForm: Sendable {
  /// The expanded form, as `edgekit show` prints it.
  case expanded
  /// The old file as it is, createOptions as text.
  case raw
}

/// Why there is no patch.
package enum PatchFailure: Error {
  /// It would have to hold secrets; the place of the first.
  case secrets(pointer: String)
  /// The old side is no manifest, so nothing of the patch would be found in it.
  case notAManifest
  /// The new side has null where a merge patch means that nothing is there; the place of the first.
  case nullValue(pointer: String)
  /// The new createOptions are longer than all pieces may be; the place.
  case createOptionsTooLong(pointer: String)
}

/// A value as a patch has it: JSON, and whether something in it is secret.
struct PatchValue {
  var json: String
  var isSecret = false
  /// Whether an object in it has null for a member.
  var hasNull = false
}

/// The manifest that a patch is for: what its keys are, and how its createOptions are written.
struct PatchTarget {
  let form: PatchForm
  /// The document as it was read; nil in the expanded form.
  private let document: ManifestDocument?

  init(_ deployment: ExpandedDeployment, _ form: PatchForm) throws(PatchFailure) {
    self.form = form
    guard case .raw = form else {
      document = nil
      return
    }
    guard let document = deployment.deployment.document, document.shape != .moduleTwin else {
      throw .notAManifest
    }
    self.document = document
  }

  /// The way in the document for a way in the expanded form.
  func path(_ expanded: [String]) -> [String] {
    guard let document, expanded.starts(with: ["content", "modulesContent"]) else {
      return expanded
    }
    let rest = [document.content.key.text] + expanded.dropFirst(2)
    return document.shape == .bare ? rest : ["content"] + rest
  }

  /// The object at a way in the document.
  func object(at path: [String]) -> SyntaxNode? {
    document.flatMap { document in
      path.reduce(document.root) { node, key in node?[dynamic: key] }
    }
  }
}

extension SyntaxNode {
  /// The members of settings that the agent joins to createOptions, in the order in which it does.
  var createOptionsMembers: [Member] {
    members.filter { $0.key.isOfCreateOptions }
      .sorted { $0.key.text.lowercased() < $1.key.text.lowercased() }
  }

  /// Whether the agent takes a member with this key for a piece of createOptions.
  fileprivate var isOfCreateOptions: Bool { utf8.namesCreateOptions }
}

extension ArraySlice<UInt8> {
  /// Whether the agent takes a member with this key for a piece of createOptions.
  var namesCreateOptions: Bool { text.lowercased().contains("createoptions") }
}
