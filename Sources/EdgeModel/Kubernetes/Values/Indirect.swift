/// Keeps a rarely present or large part of an object outside it, so that objects stay cheap to copy.
///
/// Absent parts cost one word, present ones one allocation that copies share.
@propertyWrapper
package struct Indirect<Value: Sendable>: Sendable {
  private enum Storage: Sendable {
    case absent
    indirect case present(Value)
  }

  private var storage: Storage

  package init(wrappedValue: Value?) {
    storage = wrappedValue.map(Storage.present) ?? .absent
  }

  package var wrappedValue: Value? {
    get {
      guard case .present(let value) = storage else { return nil }
      return value
    }
    set { self = Self(wrappedValue: newValue) }
  }
}
