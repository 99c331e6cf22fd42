internal import CLibYAML

/// Pulls parse events out of libyaml, one at a time.
///
/// libyaml keeps a pointer to its own parser struct, so the struct is allocated once and never
/// moves. The bytes must stay alive as long as the reader does: it is made and used inside one
/// `withUnsafeBytes`. The only file that touches `yaml_parser_t`.
@safe struct YAMLEventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// - Parameter bytes: UTF-8 text without a byte order mark. Mark indices count its code points.
  init(bytes: UnsafeRawBufferPointer) {
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    let initialized = unsafe yaml_parser_initialize(parser)
    precondition(initialized == 1, "libyaml could not allocate its buffers")
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(
      parser, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
    unsafe event = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
  }

  deinit {
    unsafe yaml_event_delete(event)
    unsafe event.deallocate()
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// What an event says.
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case alias, scalar, sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  /// Moves to the next event; nil after a problem.
  mutating func next() -> Kind? {
    unsafe yaml_event_delete(event)
    guard unsafe yaml_parser_parse(parser, event) == 1 else {
      precondition(unsafe parser.pointee.error != YAML_MEMORY_ERROR, "libyaml is out of memory")
      return nil
    }
    switch unsafe event.pointee.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .streamEnd
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SCALAR_EVENT: return .scalar
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT: return .mappingStart
    default: return .mappingEnd
    }
  }

  /// Where the current event starts, in code points.
  var startIndex: Int { unsafe event.pointee.start_mark.index }

  /// Where the current event ends, in code points.
  var endIndex: Int { unsafe event.pointee.end_mark.index }

  /// Whether the current event ends on the line on which it starts.
  var isOnOneLine: Bool {
    unsafe event.pointee.start_mark.line == event.pointee.end_mark.line
  }

  /// The decoded text of the current scalar, valid until the next event.
  var scalarText: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(
      start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
  }

  var scalarStyle: ScalarStyle {
    switch unsafe event.pointee.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  /// What the tag of the current scalar says.
  var scalarTag: NodeRecord.Tag {
    guard let tag = unsafe event.pointee.data.scalar.tag else { return .none }
    return switch unsafe Self.string(tag) {
    case YAML_STR_TAG: .string
    case YAML_INT_TAG: .integer
    case YAML_FLOAT_TAG: .float
    case YAML_BOOL_TAG: .boolean
    case YAML_NULL_TAG: .null
    case "tag:yaml.org,2002:binary": .binary
    case "tag:yaml.org,2002:merge": .merge
    default: .custom
    }
  }

  /// The anchor that the current node defines, or that the current alias names.
  func anchor(of kind: Kind) -> String? {
    let anchor: UnsafeMutablePointer<UInt8>? =
      switch kind {
      case .scalar: unsafe event.pointee.data.scalar.anchor
      case .sequenceStart: unsafe event.pointee.data.sequence_start.anchor
      case .mappingStart: unsafe event.pointee.data.mapping_start.anchor
      case .alias: unsafe event.pointee.data.alias.anchor
      default: nil
      }
    return unsafe anchor.map { unsafe Self.string($0) }
  }

  /// Whether the current collection is written with brackets.
  func isFlow(_ kind: Kind) -> Bool {
    kind == .mappingStart
      ? unsafe event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      : unsafe event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
  }

  /// What libyaml says when it cannot read on.
  struct Problem {
    /// libyaml's words for what it noticed.
    var text: String
    /// libyaml's words for what it was doing.
    var context: String?
    /// Where it noticed, in code points; nil for a problem with bytes.
    var index: Int?
    /// Where the construct began, in code points.
    var contextIndex: Int?
    /// Where it noticed, in bytes; set for a problem with bytes.
    var byteOffset: Int?
  }

  /// The problem after ``next()`` gave nil.
  var problem: Problem {
    let state = unsafe parser.pointee
    let text = unsafe state.problem.map { unsafe String(cString: $0) } ?? "unknown problem"
    if unsafe state.error == YAML_READER_ERROR {
      return unsafe Problem(text: text, byteOffset: state.problem_offset)
    }
    return unsafe Problem(
      text: text, context: state.context.map { unsafe String(cString: $0) },
      index: state.problem_mark.index,
      contextIndex: state.context == nil ? nil : state.context_mark.index)
  }

  private static func string(_ bytes: UnsafeMutablePointer<UInt8>) -> String {
    unsafe String(cString: bytes)
  }
}
