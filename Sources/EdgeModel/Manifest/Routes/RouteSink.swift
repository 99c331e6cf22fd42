/// What stands after `INTO`.
package enum RouteSink: Sendable, Hashable {
  /// `$upstream`: the parent edge device or IoT Hub.
  case upstream(range: Range<Int>)
  case input(ModuleInput)

  /// Where the whole sink stands.
  package var range: Range<Int> {
    switch self {
    case .upstream(let range): range
    case .input(let input): input.range
    }
  }

  /// `BrokeredEndpoint("/modules/NAME/inputs/INPUT")`.
  ///
  /// Source: Azure/iotedge,
  /// edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/routing/EndpointFactory.cs.
  package struct ModuleInput: Sendable, Hashable {
    /// From the function's name to the closing parenthesis.
    package let range: Range<Int>
    /// The text between the quotes. Escapes in it are not decoded.
    package let addressRange: Range<Int>
    /// The first part, which should read `modules` but is not looked at by edgeHub.
    package let modulesWord: Part
    /// The module, looked up with its letter case. Empty: messages go nowhere.
    package let module: Part
    /// The third part, which should read `inputs` but is not looked at by edgeHub.
    package let inputsWord: Part
    package let input: Part
  }

  /// One of the four parts of an address.
  package struct Part: Sendable, Hashable {
    package let text: String
    package let range: Range<Int>
  }
}
