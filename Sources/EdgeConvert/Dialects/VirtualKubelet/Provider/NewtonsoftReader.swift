/// A pull reader of JSON that accepts what Newtonsoft.Json 11.0.2 accepts, and fails where it does.
///
/// It keeps that library's states, because what it lets pass follows from them: a comma where a
/// value belongs is an undefined value, an array that ends with the text is complete, a zero
/// character is a blank. Source: JamesNK/Newtonsoft.Json 11.0.2, `Src/Newtonsoft.Json/JsonReader.cs`
/// and `JsonTextReader.cs`.
final class NewtonsoftReader {
  /// What the library expects next.
  enum State {
    case start, property, objectStart, object, arrayStart, array, constructorStart, constructor
    case postValue, finished
  }

  /// What a bracket opens.
  enum Container {
    case object, array, constructor
  }

  /// The library had no limit before release 13 and overflowed the stack. This one stops early.
  static let maximumDepth = 512

  let text: UTF16Text
  /// The next unit to read.
  var position = 0
  var state = State.start
  private(set) var token = NewtonsoftToken.none
  /// Where the current token begins.
  var tokenStart = 0
  /// The text of the last member name, quotes included.
  var memberNameRange = 0..<0
  private var containers: [Container] = []

  /// Starts before the first token.
  init(_ text: UTF16Text) {
    self.text = text
  }

  /// The unit at the position; nil at the end.
  var current: UInt16? { unit(ahead: 0) }

  /// The unit some places behind the position; nil behind the end.
  func unit(ahead distance: Int) -> UInt16? {
    position + distance < text.count ? text[position + distance] : nil
  }

  /// The number of containers around the current token.
  var depth: Int {
    token.isStart ? max(containers.count - 1, 0) : containers.count
  }

  var isInConstructor: Bool { state == .constructor || state == .constructorStart }

  /// The text of the current token.
  var tokenRange: Range<Int> { tokenStart..<max(tokenStart, position) }

  /// Steps to the next token.
  ///
  /// - Returns: false at the end of the text.
  func read() throws(NewtonsoftFailure) -> Bool {
    while true {
      switch state {
      case .start, .property, .array, .arrayStart, .constructor, .constructorStart:
        return try parseValue()
      case .object, .objectStart:
        return try parseObject()
      case .postValue:
        if try parsePostValue() { return true }
      case .finished:
        skipBlanks()
        guard let unit = current else {
          token = .none
          return false
        }
        guard unit == UInt16(ascii: "/") else { throw failure("unexpected text after the value") }
        tokenStart = position
        try parseComment(asToken: true)
        return true
      }
    }
  }

  private func parseValue() throws(NewtonsoftFailure) -> Bool {
    skipBlanks()
    guard let unit = current else { return false }
    tokenStart = position
    switch unit {
    case UInt16(ascii: "\""), UInt16(ascii: "'"): try parseString()
    case UInt16(ascii: "t"): try parseKeyword("true", .boolean(true))
    case UInt16(ascii: "f"): try parseKeyword("false", .boolean(false))
    case UInt16(ascii: "u"): try parseKeyword("undefined", .undefined)
    case UInt16(ascii: "N"): try parseKeyword("NaN", .float(.nan))
    case UInt16(ascii: "I"): try parseKeyword("Infinity", .float(.infinity))
    case UInt16(ascii: "n"): try parseNullOrConstructor()
    case UInt16(ascii: "-") where self.unit(ahead: 1) == UInt16(ascii: "I"):
      try parseKeyword("-Infinity", .float(-.infinity))
    case UInt16(ascii: "-"), UInt16(ascii: "."), 0x30...0x39: try parseNumber()
    case UInt16(ascii: "/"): try parseComment(asToken: true)
    case UInt16(ascii: "{"):
      position += 1
      try accept(.startObject)
    case UInt16(ascii: "["):
      position += 1
      try accept(.startArray)
    case UInt16(ascii: "]"):
      position += 1
      try accept(.endArray)
    case UInt16(ascii: ")"):
      position += 1
      try accept(.endConstructor)
    case UInt16(ascii: ","):
      // The comma stays: it also ends the value that is missing.
      try accept(.undefined)
    default: throw failure("expected a value")
    }
    return true
  }

  private func parseObject() throws(NewtonsoftFailure) -> Bool {
    skipBlanks()
    guard let unit = current else { return false }
    tokenStart = position
    switch unit {
    case UInt16(ascii: "}"):
      position += 1
      try accept(.endObject)
    case UInt16(ascii: "/"): try parseComment(asToken: true)
    default: try parseMemberName()
    }
    return true
  }

  /// Reads what follows a value.
  ///
  /// - Returns: whether there is a token; if not, the state says what comes.
  private func parsePostValue() throws(NewtonsoftFailure) -> Bool {
    skipBlanks()
    guard let unit = current else {
      state = .finished
      return false
    }
    tokenStart = position
    switch unit {
    case UInt16(ascii: "/"):
      try parseComment(asToken: true)
      return true
    case UInt16(ascii: ","):
      position += 1
      switch containers.last {
      case .object: state = .object
      case .array: state = .array
      case .constructor: state = .constructor
      case nil: state = .finished
      }
      return false
    case UInt16(ascii: "}"):
      position += 1
      try accept(.endObject)
    case UInt16(ascii: "]"):
      position += 1
      try accept(.endArray)
    case UInt16(ascii: ")"):
      position += 1
      try accept(.endConstructor)
    default: throw failure("expected ',' or the end of what is open")
    }
    return true
  }

  /// Makes a token current and moves to the state that follows from it.
  func accept(_ token: NewtonsoftToken) throws(NewtonsoftFailure) {
    self.token = token
    switch token {
    case .none, .comment: break
    case .startObject: try open(.object, .objectStart)
    case .startArray: try open(.array, .arrayStart)
    case .startConstructor: try open(.constructor, .constructorStart)
    case .endObject: try close(.object)
    case .endArray: try close(.array)
    case .endConstructor: try close(.constructor)
    case .propertyName: state = .property
    default: state = containers.isEmpty ? .finished : .postValue
    }
  }

  private func open(_ container: Container, _ next: State) throws(NewtonsoftFailure) {
    guard containers.count < Self.maximumDepth else {
      throw failure(
        "nested more than \(Self.maximumDepth) levels deep", at: tokenStart..<position)
    }
    containers.append(container)
    state = next
  }

  private func close(_ container: Container) throws(NewtonsoftFailure) {
    guard containers.popLast() == container else {
      throw failure("nothing is open that this could close", at: tokenStart..<position)
    }
    state = containers.isEmpty ? .finished : .postValue
  }

  /// A failure at the next unit, or at a range of units.
  func failure(_ message: String, at range: Range<Int>? = nil) -> NewtonsoftFailure {
    if let range { return NewtonsoftFailure(message: message, range: range) }
    guard position < text.count else {
      return NewtonsoftFailure(
        message: "the text ends early, " + message, range: text.count..<text.count)
    }
    return NewtonsoftFailure(message: message, range: position..<(position + 1))
  }
}
