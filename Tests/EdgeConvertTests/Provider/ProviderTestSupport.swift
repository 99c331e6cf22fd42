import EdgeConvert
import Testing

/// What a test asks of an answer: the body of the request, or that there is none.
enum Outcome: Equatable, Sendable {
  case sent(String)
  case threw

  init(_ answer: ProviderAnswer) {
    switch answer {
    case .sent(let request): self = .sent(String(decoding: request.body, as: UTF8.self))
    case .ignored, .threw: self = .threw
    }
  }

  /// The text between two marks of a body; a failure stays one.
  func between(_ start: String, _ end: String) -> Outcome {
    guard case .sent(let body) = self else { return self }
    guard let lower = body.firstRange(of: start)?.upperBound,
      let upper = body[lower...].firstRange(of: end)?.lowerBound
    else { return .sent("no \(start) … \(end) in \(body)") }
    return .sent(String(body[lower..<upper]))
  }
}

/// A pod that the provider takes for an edge deployment.
func edgePod(
  name: String = "pod", annotations: [ProviderEntry]? = edgeAnnotations,
  labels: [ProviderEntry]? = [ProviderEntry("app", "a")],
  containers: [ProviderContainer] = [ProviderContainer(name: "m", image: "i")]
) -> ProviderPod {
  ProviderPod(name: name, annotations: annotations, labels: labels, containers: containers)
}

let edgeAnnotations = [
  ProviderEntry("isEdgeDeployment", "true"), ProviderEntry("targetCondition", "c"),
  ProviderEntry("priority", "5"),
]

/// A ConfigMap with entries given as pairs.
func configMap(_ name: String, _ data: KeyValuePairs<String, String>) -> ProviderConfigMap {
  ProviderConfigMap(name: name, data: data.map { ProviderEntry($0.key, $0.value) })
}

func answer(_ configMaps: ProviderConfigMap...) -> ProviderAnswer {
  ArchivedProvider.create(edgePod(), configMaps: configMaps)
}

/// The members of `settings` behind the image (path U).
func untyped(_ createOptions: String) -> Outcome {
  Outcome(answer(configMap("m", ["createOptions": createOptions])))
    .between(#""image":"i","#, #"}}}}},"$edgeHub""#)
}

/// The module twin (path W).
func twin(_ properties: String) -> Outcome {
  Outcome(answer(configMap("m", ["desiredProperties": properties])))
    .between(#","m":{"properties.desired":"#, #"}}},"contentType""#)
}

/// The hub's twin behind its schemaVersion (path T).
func hub(_ properties: String) -> Outcome {
  Outcome(answer(configMap("edgehub", ["desiredProperties": properties])))
    .between(#""$edgeHub":{"properties.desired":{"schemaVersion":"1.0","#, #"}}}}},"contentType""#)
}

/// The agent's twin behind its schemaVersion and before its modules (path T).
func agent(_ properties: String) -> Outcome {
  Outcome(answer(configMap("edgeagent", ["desiredProperties": properties])))
    .between(#""$edgeAgent":{"properties.desired":{"schemaVersion":"1.0","#, #","modules""#)
}

/// JSON without the white space between its tokens.
func compact(_ json: String) -> String {
  var result = ""
  var isInString = false
  var isEscaped = false
  for character in json {
    if isInString || !character.isWhitespace { result.append(character) }
    if isEscaped {
      isEscaped = false
    } else if character == "\\" {
      isEscaped = true
    } else if character == "\"" {
      isInString.toggle()
    }
  }
  return result
}

/// The failure of an answer.
func failure(
  _ answer: ProviderAnswer, sourceLocation: SourceLocation = #_sourceLocation
) throws -> ProviderFailure {
  guard case .threw(let failure) = answer else {
    Issue.record("the provider did not fail", sourceLocation: sourceLocation)
    throw NoFailure()
  }
  return failure
}

struct NoFailure: Error {}

/// The paths of what an answer drops.
func dropped(_ answer: ProviderAnswer) -> [String] {
  guard case .sent(let request) = answer else { return ["nothing was sent"] }
  return request.dropped.map(\.path)
}
