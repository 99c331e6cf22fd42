internal import EdgeModel

/// The desired properties of one module as a manifest gives them: as a whole, or in parts under paths.
struct Twin: Sendable {
  /// The object that holds them.
  let value: Value
  /// Whether all of them are given, so that others are deleted.
  let isWhole: Bool
  let desired: Value
  /// What is beside the desired properties.
  let others: [NormalMember]

  init(_ value: Value) {
    self.value = value
    var paths: [(ArraySlice<UInt8>, Value)] = []
    var others: [NormalMember] = []
    var isWhole = false
    for entry in value.entries {
      let key = entry.key
      if key.elementsEqual(DesiredPath.whole.utf8) {
        isWhole = true
        paths.append(([], entry.value))
      } else if key.starts(with: DesiredPath.prefix.utf8) {
        paths.append((key.dropFirst(DesiredPath.prefix.utf8.count), entry.value))
      } else {
        others.append(
          NormalMember(
            key: key, writtenKey: key, value: entry.value, field: Field(place: .json)))
      }
    }
    self.isWhole = isWhole
    self.others = others
    desired = Value(paths: paths)
  }
}

/// The twins of two manifests, by module.
struct TwinPairs: Sendable {
  var old: [ArraySlice<UInt8>: Twin] = [:]
  var new: [ArraySlice<UInt8>: Twin] = [:]
  /// All names, in the old order and then the new ones.
  var names: [ArraySlice<UInt8>] = []
  /// The old names of modules that only have another name, and the new ones.
  var renamed: (old: Set<ArraySlice<UInt8>>, new: Set<ArraySlice<UInt8>>) = ([], [])

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
