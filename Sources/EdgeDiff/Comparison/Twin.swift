internal import EdgeModel
internal import EdgeSyntax

/// The desired properties of one module as a manifest gives them: as a whole, or in parts under paths.
struct Twin: Sendable {
  /// The object that holds them.
  let node: SyntaxNode
  /// Whether all of them are given, so that others are deleted.
  let isWhole: Bool
  let desired: Value
  /// What is beside the desired properties.
  let others: [NormalMember]

  init(_ node: SyntaxNode) {
    self.node = node
    var paths: [(ArraySlice<UInt8>, SyntaxNode)] = []
    var others: [NormalMember] = []
    var isWhole = false
    for member in node.members {
      let key = member.key.utf8
      if key.elementsEqual(DesiredPath.whole.utf8) {
        isWhole = true
        paths.append(([], member.value))
      } else if key.starts(with: DesiredPath.prefix.utf8) {
        paths.append((key.dropFirst(DesiredPath.prefix.utf8.count), member.value))
      } else {
        others.append(
          NormalMember(
            key: key, writtenKey: key, value: Value(member.value), field: Field(place: .json)))
      }
    }
    self.isWhole = isWhole
    self.others = others
    desired = Value(paths: paths)
  }

  /// A module's twin as the service prints it.
  init(printed desired: SyntaxNode) {
    node = desired
    isWhole = true
    others = []
    self.desired = Value(desired)
  }
}

/// The twins of two manifests, by module.
struct TwinPairs: Sendable {
  var old: [ArraySlice<UInt8>: Twin] = [:]
  var new: [ArraySlice<UInt8>: Twin] = [:]
  /// All names, in the old order and then the new ones.
  var names: [ArraySlice<UInt8>] = []
  /// The new names of modules that only have another name.
  var renamed: [ArraySlice<UInt8>: ArraySlice<UInt8>] = [:]

  init() {}

  init(old: [(ArraySlice<UInt8>, Twin)], new: [(ArraySlice<UInt8>, Twin)]) {
    for (name, twin) in old {
      if self.old.updateValue(twin, forKey: name) == nil { names.append(name) }
    }
    for (name, twin) in new {
      if self.new.updateValue(twin, forKey: name) == nil, self.old[name] == nil {
        names.append(name)
      }
    }
  }
}
