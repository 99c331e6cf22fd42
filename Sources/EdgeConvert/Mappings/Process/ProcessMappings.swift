extension FieldMapping {
  /// What a container is called and starts, its variables first, because other fields refer to them; and
  /// when it is started again.
  static let processMappings: [FieldMapping] = [
    .name.documented { .name }, .image.documented { .image },
    .environment.documented { .environment }, .command.documented { .command },
    .arguments.documented { .arguments }, .workingDirectory.documented { .workingDirectory },
    .standardInput.documented { .standardInput },
    .standardInputOnce.documented { .standardInputOnce }, .terminal.documented { .terminal },
    .probes.documented { .probes }, .lifecycle.documented { .lifecycle },
    .gracePeriod.documented { .gracePeriod }, .activeDeadline.documented { .activeDeadline },
    .podRestartPolicy.documented { .podRestartPolicy },
    .containerRestartPolicy.documented { .containerRestartPolicy },
    .restartPolicyRules.documented { .restartPolicyRules },
    .imagePullPolicy.documented { .imagePullPolicy },
    .hostProcesses.documented { .hostProcesses }, .hostMemory.documented { .hostMemory },
    .sharedProcesses.documented { .sharedProcesses }, .hostUsers.documented { .hostUsers },
    .runtimeClass.documented { .runtimeClass },
    .ignored(.container, "terminationMessagePath", "A device has nobody who reads the file.")
      .documented { .terminationMessagePath },
    .ignored(.container, "terminationMessagePolicy", "A device has nobody who reads the message.")
      .documented { .terminationMessagePolicy },
    .ignored(.container, "resizePolicy", "A device resizes no containers.").documented {
      .resizePolicy
    },
  ]
}
