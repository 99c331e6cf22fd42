internal import EdgeDiagnostics

/// The names of what Linux divides the rights of root into.
package enum LinuxCapability {
  /// Source: moby/sys capability/enum.go.
  package static let all = [
    "AUDIT_CONTROL", "AUDIT_READ", "AUDIT_WRITE", "BLOCK_SUSPEND", "BPF", "CHECKPOINT_RESTORE",
    "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "IPC_LOCK", "IPC_OWNER",
    "KILL", "LEASE", "LINUX_IMMUTABLE", "MAC_ADMIN", "MAC_OVERRIDE", "MKNOD", "NET_ADMIN",
    "NET_BIND_SERVICE", "NET_BROADCAST", "NET_RAW", "PERFMON", "SETFCAP", "SETGID", "SETPCAP",
    "SETUID", "SYS_ADMIN", "SYS_BOOT", "SYS_CHROOT", "SYS_MODULE", "SYS_NICE", "SYS_PACCT",
    "SYS_PTRACE", "SYS_RAWIO", "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "SYSLOG", "WAKE_ALARM",
  ]

  /// What every container has unless it drops it.
  ///
  /// Source: moby/moby daemon/pkg/oci/caps/defaults.go.
  package static let usual = [
    "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD",
    "NET_BIND_SERVICE", "NET_RAW", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
  ]

  /// The name without its prefix, in upper case, as Docker compares it.
  ///
  /// Source: moby/moby daemon/pkg/oci/caps/utils.go (NormalizeLegacyCapabilities).
  package static func canonical(_ name: String) -> String {
    let name = name.uppercased()
    return name.hasPrefix("CAP_") ? String(name.dropFirst(4)) : name
  }

  /// Whether Linux has it, or it is the word for all of them.
  package static func isKnown(_ name: String) -> Bool {
    // The word for all of them has no form with the prefix.
    name.uppercased() == "ALL" || all.contains(canonical(name))
  }

  /// Asks whether the nearest capability was meant; nil when none is near.
  package static func question(for name: String) -> String? {
    Suggestion.question(for: canonical(name), among: all)
  }
}
