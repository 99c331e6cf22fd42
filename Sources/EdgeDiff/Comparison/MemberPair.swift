/// The members of two objects that have the same key; one of them may be missing.
struct MemberPair: Sendable {
  let old: NormalMember?
  let new: NormalMember?

  /// The old member, or else the new one.
  var either: NormalMember {
    guard let member = old ?? new else { preconditionFailure("a pair of nothing") }
    return member
  }

  /// The members in the old order, and then those that are new; takes linear time.
  static func pairs(_ old: [NormalMember], _ new: [NormalMember]) -> [MemberPair] {
    // Most objects have the same keys in the same order.
    if old.count == new.count, zip(old, new).allSatisfy({ $0.key == $1.key }) {
      return zip(old, new).map { MemberPair(old: $0, new: $1) }
    }
    var positions: [ArraySlice<UInt8>: Int] = [:]
    for (index, member) in new.enumerated() { positions[member.key] = index }
    var isTaken = [Bool](repeating: false, count: new.count)
    var pairs = old.map { member in
      guard let index = positions[member.key] else { return MemberPair(old: member, new: nil) }
      isTaken[index] = true
      return MemberPair(old: member, new: new[index])
    }
    for (index, member) in new.enumerated() where !isTaken[index] {
      pairs.append(MemberPair(old: nil, new: member))
    }
    return pairs
  }

  /// The members in the old order, those that are new after what they come after on their side.
  static func merged(_ old: [NormalMember], _ new: [NormalMember]) -> [MemberPair] {
    let pairs = pairs(old, new)
    let added = pairs.dropFirst(old.count)
    guard !added.isEmpty else { return pairs }
    var anchors: [ArraySlice<UInt8>: Int] = [:]
    for (index, member) in old.enumerated() { anchors[member.key] = index }
    var anchor = -1
    var followers: [Int: [MemberPair]] = [:]
    for member in new {
      if let index = anchors[member.key] {
        anchor = index
      } else {
        followers[anchor, default: []].append(MemberPair(old: nil, new: member))
      }
    }
    return (followers[-1] ?? [])
      + pairs.prefix(old.count).enumerated().flatMap { [$1] + (followers[$0] ?? []) }
  }
}
