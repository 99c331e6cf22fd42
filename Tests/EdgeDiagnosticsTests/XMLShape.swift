import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML document must look like: elements, their attributes and what may stand in them.
struct XMLShape {
  struct Element {
    var required: Set<String>
    var optional: Set<String> = []
    var children: Set<String> = []
    var hasText = false
    /// Attributes that are whole numbers.
    var numbers: Set<String> = []
  }

  var root: String
  var elements: [String: Element]

  /// Source: jenkinsci/xunit-plugin src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/
  /// junit-10.xsd, without times and host names, which edgekit does not write.
  static let junit = XMLShape(
    root: "testsuites",
    elements: [
      "testsuites": Element(
        required: [], optional: ["name", "tests", "failures", "errors"], children: ["testsuite"],
        numbers: ["tests", "failures", "errors"]),
      "testsuite": Element(
        required: ["name", "tests", "failures", "errors"], children: ["testcase"],
        numbers: ["tests", "failures", "errors"]),
      "testcase": Element(
        required: ["name"], optional: ["classname"], children: ["failure", "system-out"]),
      "failure": Element(required: [], optional: ["type", "message"], hasText: true),
      "system-out": Element(required: [], hasText: true),
    ])

  /// Source: checkstyle/checkstyle src/main/java/com/puppycrawl/tools/checkstyle/XMLLogger.java.
  static let checkstyle = XMLShape(
    root: "checkstyle",
    elements: [
      "checkstyle": Element(required: ["version"], children: ["file"]),
      "file": Element(required: ["name"], children: ["error"]),
      "error": Element(
        required: ["severity", "message", "source"], optional: ["line", "column"],
        numbers: ["line", "column"]),
    ])

  /// The attributes of every element in order, under its name, and what is wrong with the document.
  func read(_ text: String) -> (
    elements: [(name: String, attributes: [String: String])], problems: [String]
  ) {
    let reader = Reader(shape: self)
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    if !parser.parse() { reader.problems.append("no XML: line \(parser.lineNumber)") }
    return (reader.found, reader.problems)
  }

  private final class Reader: NSObject, XMLParserDelegate {
    let shape: XMLShape
    var path: [String] = []
    var found: [(name: String, attributes: [String: String])] = []
    var problems: [String] = []

    init(shape: XMLShape) {
      self.shape = shape
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let allowed = path.last.map { shape.elements[$0]?.children ?? [] } ?? [shape.root]
      if !allowed.contains(name) { problems.append("<\(name)> in \(path)") }
      path.append(name)
      found.append((name, attributes))
      guard let element = shape.elements[name] else { return }
      let names = Set(attributes.keys)
      for missing in element.required.subtracting(names) {
        problems.append("<\(name)> has no \(missing)")
      }
      for unknown in names.subtracting(element.required).subtracting(element.optional) {
        problems.append("<\(name)> has \(unknown)")
      }
      for number in element.numbers where attributes[number].map({ Int($0) == nil }) ?? false {
        problems.append("<\(name) \(number)> is no number")
      }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      let isBlank = text.allSatisfy(\.isWhitespace)
      if !isBlank, path.last.flatMap({ shape.elements[$0]?.hasText }) != true {
        problems.append("text in \(path)")
      }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      path.removeLast()
    }
  }
}
