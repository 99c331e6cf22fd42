extension Rule {
  /// Routes: their text, and what they make of each other.
  static let routeRules: [Rule] = [
    routeBodyBare, routeBodyIsDefined, routeBodyIsNull, routeBodyUnguarded, routeCommentSwallow,
    routeConditionFunction, routeConditionParens, routeConditionType, routeConstantCondition,
    routeDuplicate, routeEmpty, routeLiteralCase, routeLoop, routeMalformed, routeMemberUnknown,
    routeName, routeNeverTrue, routeNoUpstream, routeObjectSchema, routeOperatorSpacing,
    routePriorityRange, routeQuoteGlue, routeSink, routeSinkSystemModule, routeSinkUnknownModule,
    routeSinkWords, routeSourceGlob, routeSourceNeverMatches, routeSourceUnknownModule,
    routeSourceUnnamedOutput, routeSourceUnroutableName, routeSubsumed, routeSyntax,
    routeSystemPropertyUnknown, routeTTLRange, routeTrailingText, routeValueSize,
  ]
}
