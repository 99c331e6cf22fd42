package import EdgeDiagnostics

extension RuleInfo {
  /// What reading a route can report. What only looks wrong is for lint rules.
  package static let routeRules: [RuleInfo] = [
    .routeEmpty, .routeSyntax, .routeSink, .routeSourceUnroutableName, .routeConditionType,
    .routeConditionFunction, .routeConditionParens, .routeTrailingText, .routeCommentSwallow,
  ]

  package static let routeEmpty = RuleInfo(
    "route-empty", .error, "a route has no text",
    explanation: """
      From hub schema 1.1 on, edgeHub refuses the whole configuration when a route is blank. With \
      schema 1.0 it skips the route. Remove the route, or write what it should do.
      """,
    source: "\(hubFolder)/config/RouteSpec.cs"
  )

  package static let routeSyntax = RuleInfo(
    "route-syntax", .error, "a route is not written as the route language demands",
    explanation: """
      A route reads FROM source, optionally WHERE condition, INTO sink. One route that does not \
      parse makes edgeHub refuse the whole configuration and keep the old routes. Operators other \
      than '=', '<', '>', '/' and '??' need blanks around them, because nearly every sign can be \
      part of a name.
      """,
    source: grammarSource)

  package static let routeSink = RuleInfo(
    "route-sink", .error, "a route leads to something that is no sink",
    explanation: """
      Messages can go to the cloud, INTO $upstream, or to an input of a module, \
      INTO BrokeredEndpoint("/modules/NAME/inputs/INPUT"). A route has one sink; for a second one, \
      write a second route. Anything else makes edgeHub refuse the whole configuration.
      """,
    source: "\(hubFolder)/routing/EndpointFactory.cs"
  )

  package static let routeSourceUnroutableName = RuleInfo(
    "route-source-unroutable-name", .error, "a module or output has a name no route can begin with",
    explanation: """
      A name in a source must read as an identifier. Numbers (also 1e5 and e5), true, false, null, \
      undefined, the keywords select, from, where, into, and, or, not in any letter case, and \
      whatever begins with '$' do not. Rename the module or output, or route from all outputs.
      """,
    source: grammarSource)

  package static let routeConditionType = RuleInfo(
    "route-condition-type", .error, "a condition combines values of types that do not go together",
    explanation: """
      Message properties are strings, and nothing is converted: a property is compared with a \
      number only through as_number(name). Such a condition parses, so the configuration is \
      reported as applied, but compiling it fails and none of the new routes works.
      """,
    source: compilerSource)

  package static let routeConditionFunction = RuleInfo(
    "route-condition-function", .error,
    "a condition calls a function that does not exist like that",
    explanation: """
      edgeHub knows fewer functions than the routing of IoT Hub: there are no date functions and \
      no is_array, is_object, round, IN, LIKE or BETWEEN. Such a condition parses, so the \
      configuration is reported as applied, but none of the new routes works.
      """,
    source: compilerSource)

  package static let routeConditionParens = RuleInfo(
    "route-condition-parens", .error, "the parentheses of a condition do not pair up",
    explanation: """
      A missing or surplus parenthesis is often found only when the routes are compiled: the \
      configuration is reported as applied, but none of the new routes works.
      """,
    source: "\(routingFolder)/grammar/Condition.g4"
  )

  package static let routeTrailingText = RuleInfo(
    "route-trailing-text", .error, "text after the sink of a route is ignored",
    explanation: """
      edgeHub does not look at what follows the sink. A condition or a second sink written there \
      is dropped without a message: the condition belongs before INTO, a second sink into a \
      second route.
      """,
    source: "\(routingFolder)/grammar/Route.g4; Azure/iotedge#4353"
  )

  package static let routeCommentSwallow = RuleInfo(
    "route-comment-swallow", .error, "the '/*' of a source begins a comment",
    explanation: """
      As soon as '*/' occurs anywhere later in the route, even inside a string, everything from \
      the '/*' of the source up to there is a comment. A condition in between is lost and every \
      message is routed. Leave '/*' off the source (/messages means the same) or drop the comment.
      """,
    source: grammarSource)

  private static let hubFolder =
    "Azure/iotedge, edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core"
  private static let routingFolder =
    "Azure/iotedge, edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core"
  private static let grammarSource = "\(routingFolder)/grammar/GrammarLexer.g4"
  private static let compilerSource = "\(routingFolder)/query/ConditionVisitor.cs"
}
