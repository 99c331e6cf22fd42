package import EdgeSyntax

/// What a rule looks at. The linter walks the input once and calls each check at its subjects.
package enum RuleCheck: Sendable {
  /// Found while the input is read and decoded, by the layer that declares the rule.
  case reading
  /// The text of each file, before any of it is understood.
  case file(@Sendable (FileSubject, RuleContext) -> Void)
  /// The outermost node of each document, whatever it is.
  case document(@Sendable (SyntaxNode, RuleContext) -> Void)
  /// Each Kubernetes object, lists taken apart; kinds without a type of their own included.
  case object(@Sendable (ObjectSubject, RuleContext) -> Void)
  /// The pod of each workload: a Pod itself, or the template of what makes pods.
  case pod(@Sendable (PodSubject, RuleContext) -> Void)
  /// Each container and init container of each pod.
  case container(@Sendable (ContainerSubject, RuleContext) -> Void)
  /// Each deployment, from a manifest or from Kubernetes objects.
  case manifest(@Sendable (ManifestSubject, RuleContext) -> Void)
  /// Each module of each deployment, the system modules included.
  case module(@Sendable (ModuleSubject, RuleContext) -> Void)
  /// Each route of each deployment.
  case route(@Sendable (RouteSubject, RuleContext) -> Void)
  /// The desired properties of each twin but those of the agent and the hub.
  case twin(@Sendable (TwinSubject, RuleContext) -> Void)
  /// The createOptions of each module that has some, as a whole.
  case createOptions(@Sendable (CreateOptionsSubject, RuleContext) -> Void)
  /// One member of createOptions where it is present, by its path with dots: `HostConfig.Binds`.
  ///
  /// Names match in any letter case, as they do for Docker.
  case createOption(
    [String], @Sendable (SyntaxNode.Member, CreateOptionsSubject, RuleContext) -> Void)
  /// Everything, once, after all else: for what only the whole input shows.
  case project(@Sendable (Project, RuleContext) -> Void)
  /// Several of these: one rule may look at modules and at containers.
  indirect case several([RuleCheck])
}
