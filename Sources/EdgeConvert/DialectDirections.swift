extension Dialect {
  /// Whether deployments in this dialect can be read.
  package var isReadable: Bool {
    switch self {
    case .iotedge: false
    case .virtualKubelet: true
    }
  }

  /// Whether deployments can be written in this dialect.
  package var isWritable: Bool {
    switch self {
    case .iotedge: true
    case .virtualKubelet: false
    }
  }
}
