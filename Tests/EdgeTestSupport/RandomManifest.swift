import EdgeSyntax

/// Random deployment manifests with everything that the model knows and more, as JSON text.
///
/// Valid as far as edgekit checks; names may need changing to become Kubernetes names.
package struct RandomManifest {
  private var random: RandomText
  private var modules: [String] = []

  package init(seed: UInt64) {
    random = RandomText(seed: seed)
  }

  /// The next manifest.
  package mutating func next() -> String {
    modules = (0..<random.below(4)).map { name($0) }
    let content = random.once(in: 4) ? layered() : full()
    let modulesContent = object([(key("modulesContent", "moduleContent", 10), content)])
    switch random.below(3) {
    case 0: return modulesContent
    case 1: return object([("content", modulesContent)])
    default: return configuration(around: modulesContent)
    }
  }

  // MARK: - Pieces

  private func object(_ members: [(String, String)]) -> String {
    "{" + members.map { quoted($0.0) + ": " + $0.1 }.joined(separator: ", ") + "}"
  }

  private func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// A member's name, now and then in its other form.
  private mutating func key(_ usual: String, _ other: String, _ times: Int) -> String {
    random.once(in: times) ? other : usual
  }

  /// Some members of a list, in a random order.
  private mutating func some(_ members: [(String, String)]) -> [(String, String)] {
    var chosen = members.filter { _ in !random.once(in: 3) }
    chosen.shuffle(using: &random)
    return chosen
  }

  /// No members, or one that nobody knows.
  private mutating func unknown() -> [(String, String)] {
    guard random.once(in: 4) else { return [] }
    return [(random.one(of: ["x-note", "comment", "übrig", "zzz"]), random.json(depth: 2))]
  }

  private mutating func number() -> String {
    random.one(of: ["0", "1", "15", "1.10", "1e3", "-2", "9007199254740993", "0.50"])
  }

  /// A name, unique for its number even without the characters that Kubernetes lacks.
  private mutating func name(_ number: Int) -> String {
    let stem = random.one(of: [
      "sensor", "tempSensor", "my_module", "acme.filter", "1stModule", "Ümodul", "a-b", "MODULE",
      String(repeating: "long", count: 20),
    ])
    return stem.replacing(".", with: "") + "x\(number)"
  }

  // MARK: - Around the content

  private mutating func configuration(around content: String) -> String {
    let metrics = object([
      ("queries", object([("ok", quoted("SELECT deviceId FROM devices WHERE tags.a = 'b'"))]))
    ])
    let labels = object(
      some([
        ("app", quoted("line")), ("team", quoted("ops")), ("note", quoted("two words, 100 %")),
        ("ключ", quoted("")),
      ]))
    let members = some([
      ("id", quoted(random.one(of: ["site-1", "Site.One", "ünique", "x_y"]))),
      ("schemaVersion", quoted("2.0")), ("labels", labels),
      ("priority", random.one(of: ["0", "10", "2147483647"])), ("metrics", metrics),
      ("etag", quoted("MQ==")), ("systemMetrics", object([])), ("extra", random.json(depth: 2)),
    ])
    let condition = ("targetCondition", quoted(random.one(of: ["tags.a='b'", "*", ""])))
    return object(members + [condition, ("content", content)])
  }

  private mutating func full() -> String {
    let agent = object(
      [("schemaVersion", quoted(random.one(of: ["1.0", "1.1"]))), ("runtime", runtime())]
        + [("systemModules", systemModules())] + [("modules", moduleList())] + unknown())
    var twins = [("$edgeAgent", object([("properties.desired", agent)]))]
    if !random.once(in: 5) {
      twins.append(("$edgeHub", object([("properties.desired", hub())])))
    }
    return object(twins + moduleTwins())
  }

  private mutating func layered() -> String {
    var agent: [(String, String)] = []
    for name in modules { agent.append(("properties.desired.modules.\(name)", module())) }
    if random.once(in: 3) {
      agent.append(
        ("properties.desired.runtime.settings.registryCredentials.acr", credential()))
    }
    var twins = [("$edgeAgent", object(agent))]
    if !random.once(in: 3) {
      let routes = (0..<random.below(3)).map { ("properties.desired.routes.r\($0)", route()) }
      twins.append(("$edgeHub", object(routes)))
    }
    twins.append(("other", object([("properties.desired.limits.high", random.json(depth: 1))])))
    return object(twins)
  }

  // MARK: - Agent

  private mutating func runtime() -> String {
    let credentials = (0..<random.below(3)).map { ("acr\($0)", credential()) }
    let settings = some([
      ("minDockerVersion", quoted("v1.25")), ("loggingOptions", quoted("")),
      ("registryCredentials", object(credentials)),
    ])
    return object(
      [("type", quoted("docker")), ("settings", object(settings + unknown()))] + unknown())
  }

  private mutating func credential() -> String {
    let parts = [
      ("address", quoted("acr.example.io")), ("username", quoted("me")),
      (
        "password",
        random.one(of: [quoted("s3cr3t \"quoted\""), quoted("${PASSWORD}"), quoted("")])
      ),
    ]
    // One that is not whole, and one that somebody left a note in.
    return object((random.once(in: 6) ? some(parts) : parts) + unknown())
  }

  private mutating func systemModules() -> String {
    object(
      some([
        ("edgeAgent", module()), ("edgeHub", module()), ("x-other", random.json(depth: 1)),
      ]))
  }

  private mutating func moduleList() -> String {
    object(modules.map { ($0, module()) })
  }

  private mutating func module() -> String {
    let members = some([
      ("version", random.one(of: [quoted("1.0"), quoted("1.10"), quoted("")])),
      ("type", quoted("docker")),
      ("status", quoted(random.one(of: ["running", "stopped"]))),
      ("restartPolicy", quoted(random.one(of: ["always", "never", "on-unhealthy", "on-failure"]))),
      ("imagePullPolicy", quoted(random.one(of: ["on-create", "never"]))),
      ("startupOrder", random.one(of: ["0", "1", "4294967295"])), ("env", environment()),
    ])
    let image = quoted(
      random.one(of: ["app:1", "reg.io/a/b:1.0", "${MODULES.a}", "<Registry>/x", " spaced:1 "]))
    let settings = object([("image", image)] + createOptions() + unknown())
    return object(members + [("settings", settings)] + unknown())
  }

  private mutating func environment() -> String {
    let values = [
      quoted("x"), quoted(""), quoted("a=b, c"), quoted("zwei\nZeilen"), quoted("日本 😀"), "5",
      "1.50", "true", "1e3", quoted("${X}"),
    ]
    return object(
      (0..<random.below(4)).map { number in
        let name = random.one(of: ["A", "log_level", "a:b", "with-dash", "é"]) + "\(number)"
        let value = [("value", random.one(of: values))]
        return (name, object(value + unknown()))
      })
  }

  private mutating func createOptions() -> [(String, String)] {
    switch random.below(6) {
    case 0: return []
    case 1: return [("createOptions", random.one(of: [quoted("{}"), quoted(""), "null"]))]
    default: break
    }
    let body = object(
      some([
        ("Env", "[\"A=1\", \"A0=2\"]"), ("Cmd", "[\"-x\", \"é 😀\"]"),
        ("ExposedPorts", "{\"80/tcp\": {}}"),
        ("HostConfig", "{\"Memory\": \(number()), \"Binds\": [\"/a:/b\"]}"),
        ("Labels", random.jsonObject(depth: 1)),
      ]))
    return chunks(of: body)
  }

  /// A text in one value or in several, cut anywhere between characters.
  private mutating func chunks(of text: String) -> [(String, String)] {
    guard random.once(in: 3) else { return [("createOptions", quoted(text))] }
    var rest = Substring(text)
    var pieces: [(String, String)] = []
    while !rest.isEmpty {
      // The agent reads a hundred pieces.
      let piece = rest.prefix(pieces.count < 90 ? 1 + random.below(20) : rest.count)
      let number = pieces.count
      let suffix = number == 0 ? "" : number < 10 ? "0\(number)" : "\(number)"
      pieces.append(("createOptions" + suffix, quoted(String(piece))))
      rest = rest.dropFirst(piece.count)
    }
    pieces.shuffle(using: &random)
    return pieces
  }

  // MARK: - Hub

  private mutating func hub() -> String {
    let routes = object((0..<random.below(4)).map { ("route\($0)", route()) })
    let storing = object(
      some([
        ("timeToLiveSecs", random.one(of: ["0", "7200", "-1"])),
        ("storeLimits", object([("maxSizeBytes", "20971520")])),
      ]))
    let broker = object([("authorizations", random.json(depth: 1))])
    return object(
      [("schemaVersion", quoted(random.one(of: ["1.1", "1.2"])))]
        + some([
          ("routes", routes), ("storeAndForwardConfiguration", storing), ("mqttBroker", broker),
          ("integrity", random.json(depth: 1)),
        ]) + unknown())
  }

  private mutating func route() -> String {
    let module = modules.isEmpty ? "a" : random.one(of: modules)
    let text = quoted(
      random.one(of: [
        "FROM /* INTO $upstream", "FROM /messages/* WHERE $body.t > 1.10 INTO $upstream",
        "FROM /messages/modules/\(module)/outputs/o INTO BrokeredEndpoint(\"/modules/b/inputs/i\")",
      ]))
    guard random.once(in: 2) else { return text }
    return object(
      [("route", text)] + some([("priority", "3"), ("timeToLiveSecs", "60")]) + unknown())
  }

  // MARK: - Twins

  private mutating func moduleTwins() -> [(String, String)] {
    var twins: [(String, String)] = []
    for name in modules + ["stranger"] where random.once(in: 2) {
      var members = [("properties.desired", random.jsonObject(depth: 3))]
      if random.once(in: 5) { members.append(("x-note", random.json(depth: 1))) }
      twins.append((name, object(members)))
    }
    return twins
  }
}
