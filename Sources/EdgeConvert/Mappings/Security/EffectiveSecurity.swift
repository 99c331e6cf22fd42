internal import EdgeModel

/// What holds for a container where it and its pod can both say something about security: its own word
/// wins.
///
/// Source: kubernetes/kubernetes pkg/securitycontext/util.go (DetermineEffectiveSecurityContext).
struct EffectiveSecurity {
  let runAsUser: Located<Int64>?
  let runAsGroup: Located<Int64>?
  let runAsNonRoot: Located<Bool>?
  let seLinuxOptions: SELinuxOptions?
  let seccompProfile: SeccompProfile?
  /// The name of a user of Windows.
  let runAsUserName: Located<String>?
  let gmsaCredentialSpecName: Located<String>?
  let gmsaCredentialSpec: Located<String>?
  let hostProcess: Located<Bool>?

  init(_ source: ContainerSource) {
    let own = source.container.securityContext
    let shared = source.pod.securityContext
    runAsUser = own?.runAsUser ?? shared?.runAsUser
    runAsGroup = own?.runAsGroup ?? shared?.runAsGroup
    runAsNonRoot = own?.runAsNonRoot ?? shared?.runAsNonRoot
    seLinuxOptions = own?.seLinuxOptions ?? shared?.seLinuxOptions
    seccompProfile = own?.seccompProfile ?? shared?.seccompProfile
    // Those of Windows are overridden one by one.
    let ownWindows = own?.windowsOptions
    let sharedWindows = shared?.windowsOptions
    runAsUserName = ownWindows?.runAsUserName ?? sharedWindows?.runAsUserName
    gmsaCredentialSpecName =
      ownWindows?.gmsaCredentialSpecName ?? sharedWindows?.gmsaCredentialSpecName
    gmsaCredentialSpec = ownWindows?.gmsaCredentialSpec ?? sharedWindows?.gmsaCredentialSpec
    hostProcess = ownWindows?.hostProcess ?? sharedWindows?.hostProcess
  }
}
