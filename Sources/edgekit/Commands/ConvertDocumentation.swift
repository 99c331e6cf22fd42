/// What help and manual say of `convert`.
enum ConvertDocumentation {
  static var text: CommandDocumentation {
    CommandDocumentation(
      synopsis: "[options] [FILE|DIR|-]...",
      description: [
        "Reads Deployments, Pods and ConfigMaps in the dialect of the Virtual Kubelet provider for IoT Edge and writes one deployment manifest for each edge deployment, with routes, module twins and createOptions. Reads manifests in any shape and writes them as YAML of that dialect, or, with --to iotedge, as manifests in another shape.",
        "Nothing is dropped silently: what the target cannot say is a diagnostic with its place in the source. Under --strict it is an error, and after any error nothing is written. A manifest that becomes YAML comes back as it was: what the provider's dialect has no place for stands in keys and annotations whose names begin with edgekit, and a value that somebody edits wins over them.",
        "With --style native createOptions become fields of containers and pods, with Secrets for registries, as far as there are fields that say the same; the rest stays in the ConfigMap of the module, and the way back is as exact. A pod has some fields for all its containers: they are used where all modules agree, or with --split, which writes a Deployment for each module. --lossy also uses fields that say less, and tells what is lost.",
        "Folders are read with all folders below them, files ending in .yaml, .yml, .json and .jsonc; names that begin with a dot and node_modules are left out. The content decides what a file is. Where Kubernetes objects and manifests lie beside each other, the objects are converted; --from iotedge converts the manifests.",
        "Placeholders are text unless one of --set, --env, --env-file and --template-syntax is given. Then ${NAME}, ${NAME:-default} and ${NAME:?message} stand for values in strings, $${ is a literal ${, and a variable that is not set stops the run. --set wins over --env, and --env over files.",
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
        CommandExample(
          purpose: "A manifest as YAML, checked by converting it back",
          command: "edgekit convert deployment.json --verify -o deployment.yaml",
          output: ["edgekit: wrote deployment.yaml (2 modules, 3 routes)"]),
        CommandExample(
          purpose:
            "A manifest with ports, volumes and limits where pods have them",
          command: "edgekit convert deployment.json --style native -o deployment.yaml",
          output: ["edgekit: wrote deployment.yaml (2 modules, 3 routes)"]),
        CommandExample(
          purpose: "A template filled in, with its createOptions in pieces for old hubs",
          command:
            "edgekit convert deployment.template.json --to iotedge --env ACR_PASSWORD --set TAG=1.4 --chunk 512 -o deployment.json",
          output: ["edgekit: wrote deployment.json (2 modules, 3 routes, 5.1 KiB of 32 KiB)"]),
        CommandExample(
          purpose: "Files of ConfigMaps and Secrets, to be copied to /etc/edge of devices",
          command:
            "edgekit convert edge/ --config-volumes files --config-volumes-path /etc/edge -o deployment.json",
          output: [
            "edgekit: wrote 3 files of 2 volumes to files/, to be copied to devices",
            "edgekit: wrote deployment.json (2 modules, 3 routes, 5.1 KiB of 32 KiB), 1 loss",
          ]),
      ],
      commonOptions: [
        "output", "from", "to", "select", "strict", "verify", "dry-run", "no-clobber",
      ],
      ownTitle: "Manifest options",
      limits: [
        "Files of ConfigMaps and Secrets that a pod mounts are refused unless --config-volumes writes them into a folder: IoT Edge puts no files on a device, so somebody has to copy the folder there, and again when it changes."
      ])
  }
}
