internal import EdgeModel
internal import EdgeSyntax

/// A file that an entry becomes inside a volume, or the mode of all of them.
struct VolumeFiles {
  /// Paths inside the volume.
  private(set) var paths: [Located<String>] = []
  private(set) var modes: [Located<Int32>] = []

  init(of source: VolumeSource) {
    switch source.kind {
    case .configMap(let map): add(map.items, map.defaultMode)
    case .secret(let secret): add(secret.items, secret.defaultMode)
    case .downwardAPI(let fields): add(fields.items, fields.defaultMode)
    case .emptyDir(let directory): modes += directory.mode.map { [$0] } ?? []
    case .projected(let projected): add(projected)
    default: break
    }
  }

  private mutating func add(_ projected: ProjectedVolumeSource) {
    modes += projected.defaultMode.map { [$0] } ?? []
    for source in projected.sources {
      add(source.configMap?.items ?? [], nil)
      add(source.secret?.items ?? [], nil)
      add(source.downwardAPI?.items ?? [], nil)
      paths += [source.serviceAccountToken?.path, source.clusterTrustBundle?.path]
        .compactMap(\.self)
    }
  }

  private mutating func add(_ items: [KeyToPath], _ mode: Located<Int32>?) {
    paths += items.compactMap(\.path)
    modes += [mode].compactMap(\.self) + items.compactMap(\.mode)
  }

  private mutating func add(_ items: [DownwardAPIVolumeFile], _ mode: Located<Int32>?) {
    paths += items.compactMap(\.path)
    modes += [mode].compactMap(\.self) + items.compactMap(\.mode)
  }
}
