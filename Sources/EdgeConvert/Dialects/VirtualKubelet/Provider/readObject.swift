extension NewtonsoftReader {
  /// Reads a text that must be an object, as the provider reads module twins.
  ///
  /// Source: JamesNK/Newtonsoft.Json 11.0.2, `Linq/JObject.cs` Parse.
  static func readObject(_ text: UTF16Text) throws(NewtonsoftFailure) -> NewtonsoftValue {
    let reader = NewtonsoftReader(text)
    guard try reader.read() else { throw reader.failure("expected a JSON object") }
    let value = try reader.loadObject()
    // The reader itself fails on anything but a comment.
    while try reader.read() {}
    return value
  }

  /// Reads the object that is current or follows comments; comments are dropped, undefined values
  /// and constructors kept.
  ///
  /// Source: `Linq/JObject.cs` Load, `Linq/JContainer.cs` ReadContentFrom.
  func loadObject() throws(NewtonsoftFailure) -> NewtonsoftValue {
    _ = try moveToContent()
    guard token == .startObject else { throw failure("expected a JSON object", at: tokenRange) }
    let outside = depth
    var builder = NewtonsoftTreeBuilder(.keepsPlace)
    builder.startObject()
    while try read() {
      if case .comment = token { continue }
      try builder.add(from: self)
      if token.isEnd, depth == outside { return builder.finish() }
    }
    throw failure("in an object")
  }
}
