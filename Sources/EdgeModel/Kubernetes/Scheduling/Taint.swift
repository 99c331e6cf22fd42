/// What makes a node turn away pods that do not tolerate it.
///
/// Source: kubernetes/api core/v1/types.go.
package struct Taint: ModelObject {
  package static let objectName = "a taint"
  package static var requiredFields: [StaticString] { ["effect", "key"] }

  package var key: Located<String>?
  package var value: Located<String>?
  package var effect: Located<Choice<TaintEffect>>?
  package var timeAdded: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    key = reader.string("key")
    value = reader.string("value")
    effect = reader.choice("effect")
    timeAdded = reader.time("timeAdded")
    residue = reader.unknownFields(of: Self.self)
  }

  /// A taint that the program knows of.
  package init(key: String, value: String = "", effect: TaintEffect) {
    self.key = Located(key, at: nil)
    self.value = Located(value, at: nil)
    self.effect = Located(.known(effect), at: nil)
  }

  /// Whether pods that do not tolerate it stay away; otherwise the node is only less attractive.
  package var repels: Bool {
    switch effect?.value.recognized {
    case .noSchedule, .noExecute: true
    case .preferNoSchedule, nil: false
    }
  }
}

extension Taint: CustomStringConvertible {
  /// As the scheduler prints it, for example `{virtual-kubelet.io/provider: iotedge}`.
  ///
  /// Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/tainttoleration.
  package var description: String { "{\(key?.value ?? ""): \(value?.value ?? "")}" }
}
