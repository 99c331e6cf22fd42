internal import EdgeModel
internal import EdgeSyntax

/// The variables of a module as entries of createOptions, because the provider knows no others.
///
/// ``CarriedEnvironment`` is the way back. A name that createOptions set already keeps that value: it
/// wins on the device, too.
struct FoldedEnvironment {
  private(set) var createOptions: JSONValue
  /// The variables that were put into createOptions, in order.
  private(set) var names: [String] = []

  init(_ module: Module) {
    self.init(
      module.environment ?? [],
      in: module.createOptions.map { JSONValue($0.body) } ?? .emptyObject)
  }

  init(_ environment: [EnvironmentVariable], in options: JSONValue) {
    createOptions = options
    var entries: [JSONValue] = []
    let given = createOptions["Env"]
    if case .array(let elements)? = given { entries = elements } else if given != nil { return }
    let taken = Set(
      entries.compactMap { $0.text?.split(separator: "=", omittingEmptySubsequences: false).first })
    for variable in environment
    where Self.canTravel(variable.name.value) && !taken.contains(Substring(variable.name.value)) {
      entries.append(.string(variable.name.value + "=" + variable.text))
      names.append(variable.name.value)
    }
    guard !names.isEmpty else { return }
    if given == nil {
      createOptions.members.insert(.init("Env", .array(entries)), at: 0)
    } else {
      createOptions["Env"] = .array(entries)
    }
  }

  /// Whether a name can stand in `NAME=value` and in a list with commas.
  private static func canTravel(_ name: String) -> Bool {
    !name.isEmpty && FieldMapping.isTwinKey(name)
      && !name.contains { $0 == "," || $0 == "=" || $0.isWhitespace }
  }
}
