internal import EdgeModel

/// What IoT Hub refuses in desired properties, found while they are read.
extension Rule {
  static let twinKeyChars = Rule(reading: .twinKeyChars) {
    [
      .flags(.twin, #"{⟦"a.b"⟧: 1}"#), .flags(.twin, #"{"a": [{⟦"$b"⟧: 1}]}"#),
      .flags(.twin, #"{⟦"a b"⟧: 1, ⟦"a#"⟧: 1}"#),
      .flags(.hub, #"{"schemaVersion": "1.1", "routes": {}, ⟦"my.note"⟧: "x"}"#),
      .flags(.module, #"{"type": "docker", ⟦"a.b"⟧: 1, "settings": {}}"#),
      .flags(
        .manifest,
        #"{"modulesContent": {"sensor": {"properties.desired.limits": {⟦"a b"⟧: 1}}}}"#),
      .passes(.twin, #"{"a-b_c:d/e": 1, "漢字": {"${NAME}": 1}}"#),
      .passes(
        .file("deployment.template.json"),
        #"{"modulesContent": {"sensor": {"properties.desired": {"$REGISTRY": 1}}}}"#),
      .passes(
        .module,
        #"{"env": {"a.b": {"value": ""}}, "settings": {"createOptions": "{\"a.b\": 1}"}}"#),
      .passes(
        .manifest,
        #"{"modulesContent": {"sensor": {"properties.desired.limits.high": 1}}}"#),
    ]
  }

  static let twinKeyLength = Rule(reading: .twinKeyLength) {
    [
      .flags(.twin, "{⟦\"\(String(repeating: "k", count: 1025))\"⟧: 1}"),
      .passes(.twin, "{\"\(String(repeating: "k", count: 1024))\": 1}"),
    ]
  }

  static let twinDepth = Rule(reading: .twinDepth) {
    [
      .flags(
        .twin, #"{"1":{"2":{"3":{"4":{"5":{"6":{"7":{"8":{"9":{"10":⟦{"a": 1}⟧}}}}}}}}}}"#),
      .flags(
        .manifest,
        #"{"modulesContent": {"m": {"properties.desired.1.2.3.4.5.6.7.8.9.10": ⟦{"a": 1}⟧}}}"#),
      .passes(.twin, #"{"1":{"2":{"3":{"4":{"5":{"6":{"7":{"8":{"9":{"10":1}}}}}}}}}}"#),
    ]
  }

  static let twinValueSize = Rule(reading: .twinValueSize) {
    [
      .flags(.twin, "{\"a\": ⟦\"\(String(repeating: "x", count: 4097))\"⟧}"),
      .passes(.twin, "{\"a\": \"\(String(repeating: "x", count: 4096))\"}"),
    ]
  }

  static let twinIntegerRange = Rule(reading: .twinIntegerRange) {
    [
      .flags(.twin, #"{"a": ⟦4503599627370496⟧, "b": ⟦-4503599627370497⟧}"#),
      .passes(.twin, #"{"a": 4503599627370495, "b": -4503599627370496, "c": 1e300}"#),
    ]
  }

  static let twinNull = Rule(reading: .twinNull) {
    [
      .flags(.twin, #"{"a": ⟦null⟧, "b": {"c": ⟦null⟧}}"#),
      .passes(.twin, #"{"a": "", "b": [null]}"#),
    ]
  }

  static let twinArrayNull = Rule(reading: .twinArrayNull) {
    [
      .flags(.twin, #"{"a": [1, ⟦null⟧]}"#),
      .passes(.twin, #"{"a": [1, ""], "b": null}"#),
    ]
  }
}
