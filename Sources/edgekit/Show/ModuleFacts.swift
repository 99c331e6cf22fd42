internal import EdgeModel
internal import EdgeSyntax

/// The ports of the host that lead to a module, as Docker writes them: `127.0.0.1:8080:80/tcp`.
struct ModulePorts {
  let list: [String]

  init(_ module: ExpandedModule) {
    let bindings = module.hostOption("portbindings").map { Array($0.members) } ?? []
    list = bindings.flatMap { binding in
      let port = binding.key.text
      let hosts = Array(binding.value.elements)
      guard !hosts.isEmpty else { return [port] }
      return hosts.map { host in
        let address = host.member(inAnyCase: "hostip")?.value.shownText ?? ""
        let number = host.member(inAnyCase: "hostport")?.value.shownText ?? ""
        return (address.isEmpty ? "" : address + ":") + "\(number):\(port)"
      }
    }
  }
}

/// What of the host and of volumes a module sees, as Docker writes it: `/data:/var/lib/x:ro`.
struct ModuleMounts {
  let list: [String]

  init(_ module: ExpandedModule) {
    let binds = module.hostOption("binds").map { Array($0.elements) } ?? []
    let mounts = module.hostOption("mounts").map { Array($0.elements) } ?? []
    list =
      binds.map(\.shownText)
      + mounts.map { mount in
        let source =
          mount.member(inAnyCase: "source")?.value.shownText ?? mount.member(inAnyCase: "type")?
          .value.shownText
          ?? ""
        let target = mount.member(inAnyCase: "target")?.value.shownText ?? ""
        let isReadOnly = mount.member(inAnyCase: "readonly")?.value.scalar == .boolean(true)
        return "\(source):\(target)" + (isReadOnly ? ":ro" : "")
      }
  }
}

/// What a module may do to its host beyond what containers usually may.
struct ModulePrivileges {
  let list: [String]

  init(_ module: ExpandedModule) {
    var list: [String] = []
    if module.hostOption("privileged")?.scalar == .boolean(true) { list.append("privileged") }
    for (option, words) in [
      ("networkmode", "host network"), ("pidmode", "host processes"), ("ipcmode", "host IPC"),
      ("usernsmode", "host users"), ("utsmode", "host name"),
    ] where module.hostOption(option)?.hasText("host") ?? false {
      list.append(words)
    }
    let elements = { (name: String) in module.hostOption(name).map { Array($0.elements) } ?? [] }
    list += elements("capadd").map { "+" + $0.shownText }
    list += elements("devices").map { device in
      "device " + (device.member(inAnyCase: "pathonhost")?.value.shownText ?? device.shownText)
    }
    list += elements("securityopt").map(\.shownText).filter { $0.hasSuffix("unconfined") }
    self.list = list
  }
}
