internal import EdgeDiagnostics
internal import EdgeModel

/// What the hub makes of a route's text, found while it is read.
extension Rule {
  static let routeSyntax = Rule(reading: .routeSyntax) {
    [
      .flags(.route, "FROM ⟦/⟧ INTO $upstream"),
      .flags(.route, "⟦FORM⟧ /messages INTO $upstream"),
      .flags(.route, "FROM /messages WHERE a ⟦==⟧ 'x' INTO $upstream"),
      .flags(.route, "FROM /messages WHERE a ⟦LIKE⟧ 'x' INTO $upstream"),
      .flags(.route, #"FROM /messages WHERE a = 'c:⟦\t⟧emp' INTO $upstream"#),
      .passes(.route, "select * from /messages/* into $UPSTREAM"),
      .passes(.route, "FROM ${SOURCE} INTO $upstream"),
      .passes(
        .file("deployment.template.json"),
        #"{"modulesContent": {"$edgeHub": {"properties.desired": {"routes": {"r": "$ROUTE"}}}}}"#),
    ]
  }

  static let routeSink = Rule(reading: .routeSink) {
    [
      .flags(.route, "FROM /messages INTO ⟦$downstream⟧"),
      .flags(.route, "FROM /messages INTO ⟦upstream⟧"),
      .flags(.route, #"FROM /messages INTO BrokeredEndpoint("⟦/modules/filter⟧")"#),
      .flags(.route, #"FROM /messages INTO ⟦Endpoint⟧("/modules/filter/inputs/in")"#),
      .passes(.route, #"FROM /messages INTO brokeredendpoint(' modules/filter/inputs/in/ ')"#),
    ]
  }

  static let routeConditionType = Rule(reading: .routeConditionType) {
    [
      .flags(.route, "FROM /messages WHERE ⟦temp⟧ > 30 INTO $upstream"),
      .flags(.route, "FROM /messages WHERE ⟦NOT level⟧ = 'high' INTO $upstream"),
      .flags(.route, "FROM /messages WHERE level = 'x' AND ⟦$body.flag⟧ INTO $upstream"),
      .passes(.route, "FROM /messages WHERE as_number(temp) > 30 INTO $upstream"),
      .passes(.route, "FROM /messages WHERE $body.flag AND level = 'x' INTO $upstream"),
    ]
  }

  static let routeConditionFunction = Rule(reading: .routeConditionFunction) {
    [
      .flags(.route, "FROM /messages WHERE ⟦is_array⟧($body.a) INTO $upstream"),
      .flags(.route, "FROM /messages WHERE is_defined(a, ⟦b⟧) INTO $upstream"),
      .passes(.route, "FROM /messages WHERE IS_DEFINED(a) INTO $upstream"),
    ]
  }

  static let routeConditionParens = Rule(reading: .routeConditionParens) {
    [
      .flags(.route, "FROM /messages WHERE ⟦(⟧a = 'x' INTO $upstream"),
      .flags(.route, "FROM /messages WHERE (a = 'x')⟦)⟧ INTO $upstream"),
      .passes(.route, "FROM /messages WHERE ((a = 'x')) INTO $upstream"),
    ]
  }

  static let routeTrailingText = Rule(reading: .routeTrailingText, fix: .safe) {
    [
      .flags(
        .route, "FROM /messages INTO $upstream ⟦WHERE a = 'b'⟧",
        fixed: "FROM /messages WHERE a = 'b' INTO $upstream"),
      .flags(.route, "FROM /messages INTO $upstream⟦;⟧", fixed: "FROM /messages INTO $upstream"),
      .flags(
        .route,
        #"FROM /messages INTO $upstream⟦, BrokeredEndpoint("/modules/filter/inputs/in")⟧"#),
      .flags(.route, "FROM /messages WHERE a = 'b' INTO $upstream ⟦WHERE c = 'd'⟧"),
      .passes(.route, "FROM /messages WHERE a = 'b' INTO $upstream /* all of them */"),
    ]
  }

  static let routeCommentSwallow = Rule(reading: .routeCommentSwallow, fix: .unsafe) {
    [
      .flags(
        .route, "FROM /messages⟦/* WHERE level = 'x' /* note */⟧ INTO $upstream",
        fixed: "FROM /messages WHERE level = 'x' /* note */ INTO $upstream"),
      .passes(.route, "FROM /messages /* note */ INTO $upstream"),
    ]
  }

  static let routeSourceUnroutableName = Rule(reading: .routeSourceUnroutableName) {
    [
      .flags(.route, "FROM /messages/modules/⟦123⟧/* INTO $upstream"),
      .flags(.route, "FROM /messages/modules/sensor/outputs/⟦null⟧ INTO $upstream"),
      .passes(.route, "FROM /messages/modules/1st/outputs/nullable INTO $upstream"),
    ]
  }
}
