/// What help and manual say of `lint`.
enum LintDocumentation {
  static var text: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options] [FILE|DIR|-]...",
      description: [
        "Reads Kubernetes objects and IoT Edge deployment manifests and reports what the API server, the scheduler, the hub or the runtime would reject or silently ignore, each at its very character: inside block literals, inside escaped JSON strings, and across pieces of createOptions.",
        "Without inputs, the current folder is read with all folders below it. The content decides what a file is; one that is neither is left alone.",
      ],
      examples: [
        CommandExample(
          purpose: "Before the objects are applied",
          command: "edgekit lint edge/ && kubectl apply -f edge/"),
        CommandExample(
          purpose: "In a job of GitHub Actions: annotations, and a file for code scanning",
          command: "edgekit lint --format github --report sarif=edgekit.sarif"),
        CommandExample(
          purpose: "What there is most of", command: "edgekit lint --statistics"),
      ],
      commonOptions: [
        "format", "select", "ignore", "severity", "fix", "diff", "report", "strict", "fail-on",
      ],
      explainsFormats: true)
  }
}
