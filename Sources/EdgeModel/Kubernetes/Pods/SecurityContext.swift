/// As whom a container runs and what it may do; wins over that of the pod.
///
/// Source: kubernetes/api core/v1/types.go.
package struct SecurityContext: ModelObject {
  package static let objectName = "a container's 'securityContext'"
  package static var neighbors: [Neighbor] {
    [Neighbor(PodSecurityContext.self, at: "'securityContext' of the pod spec")]
  }

  package var allowPrivilegeEscalation: Located<Bool>?
  @Indirect package var appArmorProfile: AppArmorProfile?
  @Indirect package var capabilities: Capabilities?
  package var privileged: Located<Bool>?
  package var procMount: Located<Choice<SecurityContext.ProcMount>>?
  package var readOnlyRootFilesystem: Located<Bool>?
  package var runAsGroup: Located<Int64>?
  package var runAsNonRoot: Located<Bool>?
  package var runAsUser: Located<Int64>?
  @Indirect package var seLinuxOptions: SELinuxOptions?
  @Indirect package var seccompProfile: SeccompProfile?
  @Indirect package var windowsOptions: WindowsSecurityContextOptions?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    allowPrivilegeEscalation = reader.boolean("allowPrivilegeEscalation")
    appArmorProfile = reader.object("appArmorProfile")
    capabilities = reader.object("capabilities")
    privileged = reader.boolean("privileged")
    procMount = reader.choice("procMount")
    readOnlyRootFilesystem = reader.boolean("readOnlyRootFilesystem")
    runAsGroup = reader.integer("runAsGroup", Int64.self)
    runAsNonRoot = reader.boolean("runAsNonRoot")
    runAsUser = reader.integer("runAsUser", Int64.self)
    seLinuxOptions = reader.object("seLinuxOptions")
    seccompProfile = reader.object("seccompProfile")
    windowsOptions = reader.object("windowsOptions")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// As whom the containers of a pod run, and who owns its volumes.
package struct PodSecurityContext: ModelObject {
  package static let objectName = "a pod's 'securityContext'"
  package static var neighbors: [Neighbor] {
    [Neighbor(SecurityContext.self, at: "'securityContext' of a container")]
  }

  @Indirect package var appArmorProfile: AppArmorProfile?
  package var fsGroup: Located<Int64>?
  package var fsGroupChangePolicy: Located<Choice<PodSecurityContext.GroupChangePolicy>>?
  package var runAsGroup: Located<Int64>?
  package var runAsNonRoot: Located<Bool>?
  package var runAsUser: Located<Int64>?
  package var seLinuxChangePolicy: Located<String>?
  @Indirect package var seLinuxOptions: SELinuxOptions?
  @Indirect package var seccompProfile: SeccompProfile?
  package var supplementalGroups: [Located<Int64>]
  package var supplementalGroupsPolicy:
    Located<Choice<PodSecurityContext.SupplementalGroupsPolicy>>?
  package var sysctls: [Sysctl]
  @Indirect package var windowsOptions: WindowsSecurityContextOptions?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    appArmorProfile = reader.object("appArmorProfile")
    fsGroup = reader.integer("fsGroup", Int64.self)
    fsGroupChangePolicy = reader.choice("fsGroupChangePolicy")
    runAsGroup = reader.integer("runAsGroup", Int64.self)
    runAsNonRoot = reader.boolean("runAsNonRoot")
    runAsUser = reader.integer("runAsUser", Int64.self)
    seLinuxChangePolicy = reader.string("seLinuxChangePolicy")
    seLinuxOptions = reader.object("seLinuxOptions")
    seccompProfile = reader.object("seccompProfile")
    supplementalGroups = reader.integers("supplementalGroups", of: Int64.self)
    supplementalGroupsPolicy = reader.choice("supplementalGroupsPolicy")
    sysctls = reader.list("sysctls")
    windowsOptions = reader.object("windowsOptions")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Rights of root that a container gets or loses, such as `NET_ADMIN`.
package struct Capabilities: ModelObject {
  package static let objectName = "'capabilities'"

  package var add: [Located<String>]
  package var drop: [Located<String>]
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    add = reader.strings("add")
    drop = reader.strings("drop")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// The SELinux label of a process.
package struct SELinuxOptions: ModelObject {
  package static let objectName = "'seLinuxOptions'"

  package var type: Located<String>?
  package var level: Located<String>?
  package var role: Located<String>?
  package var user: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    type = reader.string("type")
    level = reader.string("level")
    role = reader.string("role")
    user = reader.string("user")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// As whom a container runs on Windows.
package struct WindowsSecurityContextOptions: ModelObject {
  package static let objectName = "'windowsOptions'"

  package var gmsaCredentialSpec: Located<String>?
  package var gmsaCredentialSpecName: Located<String>?
  package var hostProcess: Located<Bool>?
  package var runAsUserName: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    gmsaCredentialSpec = reader.string("gmsaCredentialSpec")
    gmsaCredentialSpecName = reader.string("gmsaCredentialSpecName")
    hostProcess = reader.boolean("hostProcess")
    runAsUserName = reader.string("runAsUserName")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Which system calls are allowed.
package struct SeccompProfile: ModelObject {
  package static let objectName = "'seccompProfile'"
  package static var requiredFields: [StaticString] { ["type"] }

  package var type: Located<Choice<ProfileType>>?
  package var localhostProfile: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    type = reader.choice("type")
    localhostProfile = reader.string("localhostProfile")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// Which AppArmor profile confines a container.
package struct AppArmorProfile: ModelObject {
  package static let objectName = "'appArmorProfile'"
  package static var requiredFields: [StaticString] { ["type"] }

  package var type: Located<Choice<ProfileType>>?
  package var localhostProfile: Located<String>?
  package var residue = Residue()

  package init(from reader: inout ObjectReader) {
    type = reader.choice("type")
    localhostProfile = reader.string("localhostProfile")
    residue = reader.unknownFields(of: Self.self)
  }
}

/// A kernel setting for the pod.
package struct Sysctl: ModelObject {
  package static let objectName = "a sysctl"
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
