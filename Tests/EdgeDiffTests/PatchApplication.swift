import EdgeSyntax

/// Applies patches as RFC 6902 and RFC 7386 say, written apart from what makes them.
enum PatchApplication {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// A JSON text after a JSON Patch.
  static func apply(_ patch: String, to text: String) throws -> String {
    var document = RandomPair.value(text)
    guard case .array(let operations) = RandomPair.value(patch) else {
      throw Failure(description: "no list of operations: \(patch)")
    }
    for operation in operations {
      guard let name = operation["op"]?.text, let pointer = operation["path"]?.text else {
        throw Failure(description: "no operation: \(operation)")
      }
      document = try change(document, at: tokens(pointer)[...], name, operation["value"])
    }
    return RandomPair.text(document)
  }

  /// A JSON text after a JSON Merge Patch.
  static func merge(_ patch: String, into text: String) -> String {
    RandomPair.text(merged(RandomPair.value(text), RandomPair.value(patch)))
  }

  private static func tokens(_ pointer: String) -> [String] {
    pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }

  private static func change(
    _ value: JSONValue, at path: ArraySlice<String>, _ operation: String, _ new: JSONValue?
  ) throws -> JSONValue {
    guard let token = path.first else {
      guard let new else { throw Failure(description: "nothing to put at the root") }
      return new
    }
    let rest = path.dropFirst()
    switch value {
    case .object:
      var object = value
      if !rest.isEmpty || operation != "add" {
        guard let inner = object[token] else {
          throw Failure(description: "no member '\(token)' for \(operation)")
        }
        object[token] = rest.isEmpty ? new : try change(inner, at: rest, operation, new)
      } else {
        object[token] = new
      }
      return object
    case .array(var elements):
      guard let index = token == "-" ? elements.count : Int(token),
        index < elements.count + (operation == "add" && rest.isEmpty ? 1 : 0)
      else { throw Failure(description: "no element '\(token)' for \(operation)") }
      switch (operation, new) {
      case _ where !rest.isEmpty:
        elements[index] = try change(elements[index], at: rest, operation, new)
      case ("add", let new?): elements.insert(new, at: index)
      case ("replace", let new?): elements[index] = new
      case ("remove", _): elements.remove(at: index)
      default: throw Failure(description: "operation '\(operation)'")
      }
      return .array(elements)
    case .string, .literal:
      throw Failure(description: "no object and no list before '\(token)'")
    }
  }

  private static func merged(_ target: JSONValue, _ patch: JSONValue) -> JSONValue {
    guard case .object(let members) = patch else { return patch }
    var object = target.isObject ? target : .emptyObject
    for member in members {
      object[member.key] =
        member.value.isNull ? nil : merged(object[member.key] ?? .null, member.value)
    }
    return object
  }
}
