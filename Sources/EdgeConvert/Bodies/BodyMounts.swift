internal import EdgeModel

/// What createOptions mount at which path of the container, in whichever of four lists it stands.
struct BodyMounts {
  /// One mount.
  struct Entry {
    /// The list, for example `HostConfig.Binds`.
    var list: String
    var value: BodyValue
    /// What is mounted, for messages: options may hold passwords, so they are not part of it.
    var summary: String
  }

  /// By path in the container.
  private let entries: [String: Entry]

  init(of body: BodyValue) {
    var entries: [String: Entry] = [:]
    for list in List.all {
      for (path, entry) in list.entries(of: body) { entries[path] = entry }
    }
    self.entries = entries
  }

  var isEmpty: Bool { entries.isEmpty }

  /// How many mounts there are at each path of the container, in all lists together.
  static func counts(of body: BodyValue) -> [String: Int] {
    var counts: [String: Int] = [:]
    for list in List.all {
      for (path, _) in list.entries(of: body) { counts[path, default: 0] += 1 }
    }
    return counts
  }

  /// Takes the mounts out of another body that are at the path of one of these.
  ///
  /// - Parameter report: Called with the path of each that is taken out, the mount, and what takes its
  ///   place.
  func remove(from body: inout BodyValue, _ report: (String, Entry, Entry) -> Void) {
    for list in List.all {
      guard var value = body[path: list.path] else { continue }
      let old = Dictionary(list.entries(of: body)) { first, _ in first }
      func isTaken(_ path: String?) -> Bool {
        guard let path, let new = entries[path], let old = old[path] else { return false }
        if !old.value.means(new.value) || old.list != new.list { report(path, old, new) }
        return true
      }
      if value.isArray {
        value.elements.removeAll { isTaken(list.target($0)) }
      } else if value.isObject {
        value.members.removeAll { isTaken(ContainerPath.normalized($0.key)) }
      }
      guard value.isEmpty else {
        body[path: list.path] = value
        continue
      }
      body[path: list.path] = nil
      if body["HostConfig"]?.isEmpty == true { body["HostConfig"] = nil }
    }
  }

  /// One of the lists.
  private struct List: Sendable {
    var path: [String]
    /// The path in the container of an element of an array.
    var target: @Sendable (BodyValue) -> String?

    var name: String { path.joined(separator: ".") }

    static let all = [
      List(path: ["HostConfig", "Binds"]) {
        $0.text.flatMap { BodyMounts.bind($0).target }.map { ContainerPath.normalized($0.text) }
      },
      List(path: ["HostConfig", "Mounts"]) { $0["Target"]?.text.map(ContainerPath.normalized) },
      List(path: ["HostConfig", "Tmpfs"]) { _ in nil },
      List(path: ["Volumes"]) { _ in nil },
    ]

    /// The mounts of the list in a body by path in the container; null mounts nothing.
    func entries(of body: BodyValue) -> [(String, Entry)] {
      guard let value = body[path: path] else { return [] }
      if value.isArray {
        return value.elements.compactMap { element in
          target(element).map {
            ($0, Entry(list: name, value: element, summary: BodyMounts.summary(of: element)))
          }
        }
      }
      return value.members.filter { !$0.value.isNull }.map { member in
        let summary = path.last == "Tmpfs" ? "a tmpfs" : "an anonymous volume"
        return (
          ContainerPath.normalized(member.key),
          Entry(list: name, value: member.value, summary: summary)
        )
      }
    }
  }

  // MARK: - Text

  private static func bind(_ text: String) -> BindText { BindText(Array(text.utf8)[...]) }

  private static func summary(of entry: BodyValue) -> String {
    let source = entry.text.map { bind($0).source?.text } ?? entry["Source"]?.text
    return source.map { "'\($0)'" }
      ?? (entry["Type"]?.text == "tmpfs" ? "a tmpfs" : "an anonymous volume")
  }
}
