/// What help and manual say of `convert`.
enum ConvertDocumentation {
  static var text: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options] [FILE|DIR|-]...",
      description: [
        "Reads Deployments, Pods and ConfigMaps in the dialect of the Virtual Kubelet provider for IoT Edge and writes one deployment manifest for each edge deployment, with routes, module twins and createOptions.",
        "Nothing is dropped silently: what the manifest cannot say is a diagnostic with its place in the source. Under --strict it is an error, and after any error nothing is written.",
        "Folders are read with all folders below them, files ending in .yaml, .yml, .json and .jsonc; names that begin with a dot and node_modules are left out. The content decides what a file is.",
      ],
      examples: [
        CommandExample(
          purpose: "One manifest for a folder of YAML",
          command: "edgekit convert edge/ -o deployment.json",
          output: [
            "edgekit: wrote deployment.json (2 modules, 3 routes, 5.1 KiB of 32 KiB), 1 loss"
          ]),
        CommandExample(
          purpose: "From a renderer to the device, stopping at the first loss",
          command: "helm template chart/ | edgekit convert - --strict -o deployment.json",
          output: [
            "edgekit: wrote deployment.json (4 modules, 2 routes, 7.9 KiB of 32 KiB)"
          ]),
        CommandExample(
          purpose: "A file for each edge deployment", command: "edgekit convert edge/ -o out/",
          output: ["edgekit: wrote 3 manifests to out/ (6 modules, 5 routes)"]),
        CommandExample(
          purpose: "The whole configuration, as the hub stores it",
          command: "edgekit convert edge/ --shape configuration --select camera > camera.json"),
      ],
      commonOptions: ["output", "from", "to", "select", "strict", "dry-run", "no-clobber"],
      ownTitle: "Manifest options",
      limits: [
        "Manifests are not read yet: a deployment.json as input is not converted back into YAML.",
        "Of a container, the name, the image and literal env values are converted; every other field is reported as a loss. createOptions and routes are taken from ConfigMaps.",
      ])
  }
}
