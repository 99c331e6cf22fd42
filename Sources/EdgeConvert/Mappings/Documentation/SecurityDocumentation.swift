/// Users, privileges and profiles.
extension MappingDocumentation {
  static var privileges: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "securityContext.privileged", "HostConfig.Privileged", .exact, "written where it is true",
          back: .exact, "written where it is true"),
        .row(
          "securityContext.capabilities.add", "HostConfig.CapAdd", .exact, "the names as they are",
          back: .exact, "the names in upper case, without CAP_"),
        .row(
          "securityContext.capabilities.drop", "HostConfig.CapDrop", .exact,
          "the names as they are",
          back: .exact, "the names in upper case, without CAP_"),
        .row(
          "securityContext.readOnlyRootFilesystem", "HostConfig.ReadonlyRootfs", .exact,
          "written where it is true", back: .exact, "written where it is true"),
        .row(
          "securityContext.procMount", "HostConfig.MaskedPaths", .exact, "[] for Unmasked",
          back: .exact, "Unmasked where both lists are empty, else it stays in the ConfigMap"),
        .row(
          "securityContext.procMount", "HostConfig.ReadonlyPaths", .exact, "[] for Unmasked",
          back: .exact, "Unmasked where both lists are empty, else it stays in the ConfigMap"),
      ],
      examples: [
        .container(
          """
          securityContext:
            capabilities: {add: [NET_ADMIN], drop: [ALL]}
            readOnlyRootFilesystem: true
          """,
          becomes: """
            {"createOptions": {"HostConfig": {"CapAdd": ["NET_ADMIN"], "CapDrop": ["ALL"], \
            "ReadonlyRootfs": true}}}
            """)
      ],
      source: "Mirantis/cri-dockerd core/security_context.go (modifyHostConfig)")
  }

  static var podSecurity: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod(
          "securityContext.supplementalGroups", "HostConfig.GroupAdd", .exact, "the ids as strings",
          back: .exact, "numbers, where every module of the pod has them; names stay"),
        .pod(
          "securityContext.fsGroup", "HostConfig.GroupAdd", .lossy,
          "one more group; nobody changes the owner of files"),
        .pod(
          "securityContext.sysctls", "HostConfig.Sysctls", .exact,
          "values are strings; net.* is refused with the network of the host", back: .exact,
          "sorted by name, where every module of the pod has them"),
        .pod(
          "securityContext.supplementalGroupsPolicy", .impossible,
          "Docker always adds the groups of the image"),
        .pod("securityContext.fsGroupChangePolicy", .ignored, "no owner of a file is changed"),
        .pod("securityContext.seLinuxChangePolicy", .ignored, "no label of a file is changed"),
      ],
      examples: [
        .pod(
          """
          securityContext:
            supplementalGroups: [44]
            sysctls: [{name: net.core.somaxconn, value: "1024"}]
          """,
          becomes: """
            {"createOptions": {"HostConfig": {"GroupAdd": ["44"], \
            "Sysctls": {"net.core.somaxconn": "1024"}}}}
            """)
      ],
      source: "Mirantis/cri-dockerd core/security_context.go; core/sandbox_helpers.go")
  }

  static var user: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "securityContext.runAsUser", "User", .exact, "the id as a string", back: .exact,
          "numbers, and root as 0; other names stay in the ConfigMap"),
        .row("securityContext.runAsGroup", "User", .exact, "behind a colon; alone it is refused"),
        .row(
          "securityContext.runAsNonRoot", .lossy,
          "checked against runAsUser; nobody checks it on a device"),
        .row(
          "securityContext.windowsOptions.runAsUserName", "User", .exact, "the name, on Windows"),
        .pod("securityContext.runAsUser", "User", .exact, "where the container says nothing"),
        .pod("securityContext.runAsGroup", "User", .exact, "where the container says nothing"),
        .pod("securityContext.runAsNonRoot", .lossy, "where the container says nothing"),
        .pod(
          "securityContext.windowsOptions.runAsUserName", "User", .exact,
          "where the container says nothing"),
      ],
      examples: [
        .container(
          "securityContext: {runAsUser: 1000, runAsGroup: 3000}",
          becomes: #"{"createOptions": {"User": "1000:3000"}}"#),
        .container(
          "securityContext: {runAsGroup: 3000}", isRefusedBy: "run-as-group-without-user"),
      ],
      source: "Mirantis/cri-dockerd core/security_context.go (modifyContainerConfig)")
  }

  static var securityOptions: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "securityContext.allowPrivilegeEscalation", "HostConfig.SecurityOpt", .exact,
          "no-new-privileges where it is false", back: .exact,
          """
          no-new-privileges, labels, seccomp=unconfined and AppArmor profiles become fields; profiles \
          written out and writable-cgroups stay in the ConfigMap
          """),
        .row(
          "securityContext.seLinuxOptions", "HostConfig.SecurityOpt", .exact,
          "label=user:…, label=role:…, label=type:…, label=level:…"),
        .row(
          "securityContext.seccompProfile.type=RuntimeDefault", "HostConfig.SecurityOpt", .exact,
          "nothing: Docker's own profile"),
        .row(
          "securityContext.seccompProfile.type=Unconfined", "HostConfig.SecurityOpt", .exact,
          "seccomp=unconfined"),
        .row(
          "securityContext.seccompProfile.type=Localhost", "HostConfig.SecurityOpt", .exact,
          "the profile written out, from the folder of --seccomp-dir; without it an error"),
        .row(
          "securityContext.appArmorProfile", "HostConfig.SecurityOpt", .exact,
          "apparmor=PROFILE, or unconfined; nothing for RuntimeDefault"),
        .pod(
          "securityContext.seLinuxOptions", "HostConfig.SecurityOpt", .exact,
          "where the container says nothing"),
        .pod(
          "securityContext.seccompProfile", "HostConfig.SecurityOpt", .exact,
          "where the container says nothing"),
        .pod(
          "securityContext.appArmorProfile", "HostConfig.SecurityOpt", .exact,
          "where the container says nothing"),
        .row(
          "metadata.annotations.container.apparmor.security.beta.kubernetes.io/NAME",
          "HostConfig.SecurityOpt", .exact, "as appArmorProfile, which took its place"),
      ],
      examples: [
        .container(
          """
          securityContext:
            allowPrivilegeEscalation: false
            seccompProfile: {type: Unconfined}
          """,
          becomes: """
            {"createOptions": {"HostConfig": {"SecurityOpt": ["no-new-privileges", \
            "seccomp=unconfined"]}}}
            """)
      ],
      source: "Mirantis/cri-dockerd core/security_context.go; moby/moby daemon/daemon_unix.go")
  }

  static var windowsSecurity: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .row(
          "securityContext.windowsOptions.gmsaCredentialSpec", .impossible,
          "accounts of Active Directory have no create option"),
        .row(
          "securityContext.windowsOptions.gmsaCredentialSpecName", .impossible,
          "accounts of Active Directory have no create option"),
        .row(
          "securityContext.windowsOptions.hostProcess", .impossible,
          "processes of the host have no create option"),
      ],
      source: "containers/podman docs/kubernetes_support.md")
  }

  static var operatingSystem: MappingDocumentation {
    MappingDocumentation(
      rows: [
        .pod("os.name=linux", .ignored, "goes without saying"),
        .pod("os.name=windows", .lossy, "modules of Windows are out of support"),
      ],
      source: "kubernetes/api core/v1/types.go (PodOS)")
  }
}
