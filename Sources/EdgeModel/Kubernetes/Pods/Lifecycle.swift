/// What is done right after a container starts and before it stops.
///
/// Source: kubernetes/api core/v1/types.go.
package struct Lifecycle: ModelObject {
  package static let objectName = "'lifecycle'"

  @Indirect package var postStart: LifecycleHandler?
  @Indirect package var preStop: LifecycleHandler?
  package var stopSignal: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    postStart = reader.object("postStart")
    preStop = reader.object("preStop")
    stopSignal = reader.string("stopSignal")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// One thing to do at such a moment.
package struct LifecycleHandler: ModelObject {
  package static let objectName = "a lifecycle handler"

  @Indirect package var exec: ExecAction?
  @Indirect package var httpGet: HTTPGetAction?
  @Indirect package var sleep: SleepAction?
  @Indirect package var tcpSocket: TCPSocketAction?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    exec = reader.object("exec")
    httpGet = reader.object("httpGet")
    sleep = reader.object("sleep")
    tcpSocket = reader.object("tcpSocket")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A pause, in seconds.
package struct SleepAction: ModelObject {
  package static let objectName = "'sleep'"
  package static var requiredFields: [StaticString] { ["seconds"] }

  package var seconds: Located<Int64>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    seconds = reader.integer("seconds", Int64.self)
    residue = reader.unknownFields(of: Self.self)
  }
}
