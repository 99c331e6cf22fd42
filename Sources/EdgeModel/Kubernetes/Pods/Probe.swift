/// How and how often the state of a container is asked for; times in seconds.
///
/// Source: kubernetes/api core/v1/types.go.
package struct Probe: ModelObject {
  package static let objectName = "a probe"
  package static var neighbors: [Neighbor] { [Neighbor(HTTPGetAction.self, at: "'httpGet'")] }

  @Indirect package var exec: ExecAction?
  package var failureThreshold: Located<Int32>?
  @Indirect package var grpc: GRPCAction?
  @Indirect package var httpGet: HTTPGetAction?
  package var initialDelaySeconds: Located<Int32>?
  package var periodSeconds: Located<Int32>?
  package var successThreshold: Located<Int32>?
  @Indirect package var tcpSocket: TCPSocketAction?
  package var terminationGracePeriodSeconds: Located<Int64>?
  package var timeoutSeconds: Located<Int32>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    exec = reader.object("exec")
    failureThreshold = reader.integer("failureThreshold")
    grpc = reader.object("grpc")
    httpGet = reader.object("httpGet")
    initialDelaySeconds = reader.integer("initialDelaySeconds")
    periodSeconds = reader.integer("periodSeconds")
    successThreshold = reader.integer("successThreshold")
    tcpSocket = reader.object("tcpSocket")
    terminationGracePeriodSeconds = reader.integer("terminationGracePeriodSeconds", Int64.self)
    timeoutSeconds = reader.integer("timeoutSeconds")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A command that is run in the container, without a shell.
package struct ExecAction: ModelObject {
  package static let objectName = "'exec'"

  package var command: [Located<String>]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    command = reader.strings("command")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A request to the container that succeeds with a status from 200 to 399.
package struct HTTPGetAction: ModelObject {
  package static let objectName = "'httpGet'"
  package static var requiredFields: [StaticString] { ["port"] }

  package var host: Located<String>?
  package var httpHeaders: [HTTPHeader]
  package var path: Located<String>?
  package var port: Located<IntOrString>?
  package var `protocol`: Located<String>?
  package var scheme: Located<Choice<HTTPGetAction.Scheme>>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    host = reader.string("host")
    httpHeaders = reader.list("httpHeaders")
    path = reader.string("path")
    port = reader.intOrString("port")
    `protocol` = reader.string("protocol")
    scheme = reader.choice("scheme")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A header of such a request.
package struct HTTPHeader: ModelObject {
  package static let objectName = "an HTTP header"
  package static var requiredFields: [StaticString] { ["name", "value"] }

  package var name: Located<String>?
  package var value: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    name = reader.string("name")
    value = reader.string("value")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A connection to a port that only has to be accepted.
package struct TCPSocketAction: ModelObject {
  package static let objectName = "'tcpSocket'"
  package static var requiredFields: [StaticString] { ["port"] }

  package var host: Located<String>?
  package var port: Located<IntOrString>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    host = reader.string("host")
    port = reader.intOrString("port")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A question to the health service of a gRPC server.
package struct GRPCAction: ModelObject {
  package static let objectName = "'grpc'"
  package static var requiredFields: [StaticString] { ["port"] }

  package var mode: Located<String>?
  package var port: Located<Int32>?
  package var service: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    mode = reader.string("mode")
    port = reader.integer("port")
    service = reader.string("service")
    residue = reader.unknownFields(of: Self.self)
  }
}
