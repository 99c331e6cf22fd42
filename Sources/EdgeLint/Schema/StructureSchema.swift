/// What the objects of some kinds have to look like: the built-in ones, or those of a custom
/// resource.
protocol StructureSchema: Sendable {
  /// The type of a mapping with known fields.
  associatedtype Object: Sendable
  /// What a value has to be.
  associatedtype Value: Sendable
  associatedtype Field: Sendable

  /// The field of an object with a name.
  func field(named name: ArraySlice<UInt8>, of object: Object) -> Field?
  /// The fields that may be suggested, in alphabetical order.
  func fields(of object: Object) -> [Field]
  /// The fields without which an object is refused.
  func mandatoryFields(of object: Object) -> [Field]
  /// Whether an object takes fields that nobody knows.
  func isOpen(_ object: Object) -> Bool
  /// The name that the type has in the API; empty where it has none.
  func typeName(of object: Object) -> String
  /// In how many types there is a field with a name, or some large number.
  func frequency(ofFieldNamed name: String) -> Int

  func name(of field: Field) -> String
  func value(of field: Field) -> Value
  /// Whether null is a mistake.
  func isRequired(_ field: Field) -> Bool
  /// The release that brought the field, without its `1.`; 0 for all that are known.
  func firstRelease(of field: Field) -> Int
  /// The values that a server takes, an empty text for absence; nil for any.
  func choices(of field: Field) -> [String]?
  /// Whether a text is one of the values that a server takes; quick.
  func takes(_ text: ArraySlice<UInt8>, in field: Field) -> Bool
  /// The least and the largest number; nil for what the width allows.
  func bounds(of value: Value) -> (least: Int64?, most: Int64?)

  func form(of value: Value) -> ValueForm<Object, Value>
}

/// What a value has to be.
enum ValueForm<Object, Value> {
  case any
  /// A mapping with anything in it.
  case mapping
  case string, boolean
  case int32, int64, number
  case quantity, intOrString, time, base64
  case object(Object)
  case list(Value)
  case map(Value)
  /// An object, a list of such, or something else that is not looked at.
  case perhapsObject(Object)
}
