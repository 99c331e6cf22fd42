extension Dialect {
  /// Whether deployments in this dialect can be read.
  package var isReadable: Bool {
    switch self {
    case .iotedge, .virtualKubelet: true
    }
  }

  /// Whether deployments can be written in this dialect.
  package var isWritable: Bool {
    switch self {
    case .iotedge, .virtualKubelet: true
    }
  }

  /// The dialect that deployments in this one are converted to when nobody says.
  package var usualTarget: Dialect {
    switch self {
    case .iotedge: .virtualKubelet
    case .virtualKubelet: .iotedge
    }
  }
}
