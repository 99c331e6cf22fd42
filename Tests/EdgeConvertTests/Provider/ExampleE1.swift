import EdgeConvert

/// The ConfigMaps and the request of example E1 (target-dialects.md 3.8).
enum ExampleE1 {
  static let configMaps = [
    ProviderConfigMap(
      name: "edgehub",
      data: [
        ProviderEntry(
          "desiredProperties",
          #"""
          {
            "routes": {
              "route": "FROM /messages/modules/module01/outputs/output1 INTO BrokeredEndpoint(\"/modules/module02/inputs/input1\")"
            },
            "storeAndForwardConfiguration": {
              "timeToLiveSecs": 7200
            }
          }
          """# + "\n")
      ]),
    ProviderConfigMap(
      name: "module01",
      data: [
        ProviderEntry("status", "running"),
        ProviderEntry("restartPolicy", "on-unhealthy"),
        ProviderEntry("version", "1.0"),
        ProviderEntry(
          "createOptions",
          #"""
          {
            "HostConfig": {
              "PortBindings": {
                "8081/tcp": [
                  {
                    "HostPort": "8081"
                  }
                ]
              }
            }
          }
          """# + "\n"),
      ]),
  ]

  /// The request with white space, which `compact` takes out.
  static let request = #"""
    {
      "id": "sampledeploy01",
      "schemaVersion": "1.0",
      "labels": {
        "app": "sampleapp01"
      },
      "content": {
        "moduleContent": {
          "$edgeAgent": {
            "properties.desired": {
              "schemaVersion": "1.0",
              "runtime": {
                "type": "docker",
                "settings": {
                  "registryCredentials": {},
                  "minDockerVersion": "v1.25",
                  "loggingOptions": ""
                }
              },
              "systemModules": {
                "edgeAgent": {
                  "type": "docker",
                  "status": "running",
                  "restartPolicy": "always",
                  "settings": {
                    "image": "mcr.microsoft.com/azureiotedge-agent:1.0",
                    "createOptions": "{}"
                  }
                },
                "edgeHub": {
                  "env": {},
                  "type": "docker",
                  "status": "running",
                  "restartPolicy": "always",
                  "settings": {
                    "image": "mcr.microsoft.com/azureiotedge-hub:1.0",
                    "createOptions": "{}"
                  }
                }
              },
              "modules": {
                "module01": {
                  "type": "docker",
                  "status": "running",
                  "version": "1.0",
                  "restartPolicy": "on-unhealthy",
                  "settings": {
                    "image": "tsmatz/iot-module-sample01:1.0.0",
                    "createOptions": "{\"HostConfig\":{\"PortBindings\":{\"8081/tcp\":[{\"HostPort\":\"8081\"}]}}}"
                  }
                },
                "module02": {
                  "type": "docker",
                  "status": "running",
                  "version": "1.0",
                  "restartPolicy": "on-unhealthy",
                  "settings": {
                    "image": "tsmatz/iot-module-sample02:1.0.0",
                    "createOptions": "{}"
                  }
                }
              }
            }
          },
          "$edgeHub": {
            "properties.desired": {
              "schemaVersion": "1.0",
              "routes": {
                "route": "FROM /messages/modules/module01/outputs/output1 INTO BrokeredEndpoint(\"/modules/module02/inputs/input1\")"
              },
              "storeAndForwardConfiguration": {
                "timeToLiveSecs": 7200
              }
            }
          }
        }
      },
      "contentType": "assignment",
      "targetCondition": "tags.testtag='A'",
      "createdTimeUtc": "0001-01-01T00:00:00",
      "lastUpdatedTimeUtc": "0001-01-01T00:00:00",
      "priority": 15,
      "etag": null
    }
    """#
}
