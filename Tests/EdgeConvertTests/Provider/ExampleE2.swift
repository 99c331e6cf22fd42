import EdgeConvert

/// The ConfigMaps and the request of example E2 (target-dialects.md 3.9).
enum ExampleE2 {
  static let configMaps = [
    ProviderConfigMap(
      name: "edgehub",
      data: [
        ProviderEntry(
          "desiredProperties",
          #"""
          {
            "routes": {
              "sensorToFilter": "FROM /messages/modules/sensor/outputs/temperatureOutput INTO BrokeredEndpoint(\"/modules/filter/inputs/raw\")",
              "filterToAlerts": "FROM /messages/modules/filter/outputs/out WHERE $body.temperature > 30 INTO BrokeredEndpoint(\"/modules/alerter/inputs/alerts\")",
              "filterToWarnings": "FROM /messages/modules/filter/outputs/out WHERE $body.temperature > 25 AND $body.temperature <= 30 INTO BrokeredEndpoint(\"/modules/alerter/inputs/warnings\")",
              "filterToCloud": "FROM /messages/modules/filter/outputs/out WHERE $body.temperature > 25 INTO $upstream"
            },
            "storeAndForwardConfiguration": {
              "timeToLiveSecs": 7200
            }
          }
          """# + "\n"),
        ProviderEntry(
          "edgekit.desiredProperties",
          #"""
          {
            "schemaVersion": "1.1",
            "routes": {
              "sensorToFilter": {
                "route": "FROM /messages/modules/sensor/outputs/temperatureOutput INTO BrokeredEndpoint(\"/modules/filter/inputs/raw\")",
                "priority": 0,
                "timeToLiveSecs": 1800
              },
              "filterToAlerts": {
                "route": "FROM /messages/modules/filter/outputs/out WHERE $body.temperature > 30 INTO BrokeredEndpoint(\"/modules/alerter/inputs/alerts\")",
                "priority": 1
              },
              "filterToWarnings": {
                "route": "FROM /messages/modules/filter/outputs/out WHERE $body.temperature > 25 AND $body.temperature <= 30 INTO BrokeredEndpoint(\"/modules/alerter/inputs/warnings\")",
                "priority": 2
              },
              "filterToCloud": {
                "route": "FROM /messages/modules/filter/outputs/out WHERE $body.temperature > 25 INTO $upstream",
                "priority": 3
              }
            },
            "storeAndForwardConfiguration": {
              "timeToLiveSecs": 7200
            }
          }
          """# + "\n"),
      ]),
    ProviderConfigMap(
      name: "edgeagent",
      data: [
        ProviderEntry(
          "desiredProperties",
          #"""
          {
            "runtime": {
              "settings": {
                "registryCredentials": {
                  "contoso": {
                    "address": "contoso.azurecr.io",
                    "username": "contoso",
                    "password": "not-a-real-password"
                  }
                }
              }
            },
            "systemModules": {
              "edgeHub": {
                "env": {
                  "OptimizeForPerformance": {
                    "value": "false"
                  }
                }
              }
            }
          }
          """# + "\n"),
        ProviderEntry(
          "edgekit.desiredProperties",
          #"""
          {
            "schemaVersion": "1.1",
            "runtime": {
              "type": "docker",
              "settings": {
                "minDockerVersion": "v1.25",
                "loggingOptions": "",
                "registryCredentials": {
                  "contoso": {
                    "address": "contoso.azurecr.io",
                    "username": "contoso",
                    "password": "not-a-real-password"
                  }
                }
              }
            },
            "systemModules": {
              "edgeAgent": {
                "type": "docker",
                "settings": {
                  "image": "mcr.microsoft.com/azureiotedge-agent:1.5",
                  "createOptions": "{}"
                }
              },
              "edgeHub": {
                "type": "docker",
                "status": "running",
                "restartPolicy": "always",
                "settings": {
                  "image": "mcr.microsoft.com/azureiotedge-hub:1.5",
                  "createOptions": "{}"
                },
                "env": {
                  "OptimizeForPerformance": {
                    "value": "false"
                  }
                }
              }
            }
          }
          """# + "\n"),
      ]),
    ProviderConfigMap(
      name: "sensor",
      data: [
        ProviderEntry("status", "running"),
        ProviderEntry("restartPolicy", "always"),
        ProviderEntry("version", "1.0"),
        ProviderEntry(
          "createOptions",
          #"""
          {
            "Env": [
              "MessageCount=-1"
            ]
          }
          """# + "\n"),
        ProviderEntry("startupOrder", "1"),
      ]),
    ProviderConfigMap(
      name: "filter",
      data: [
        ProviderEntry("status", "running"),
        ProviderEntry("restartPolicy", "always"),
        ProviderEntry("version", "1.0"),
        ProviderEntry(
          "createOptions",
          #"""
          {
            "Env": [
              "LOG=info"
            ],
            "HostConfig": {
              "Mounts": [
                {
                  "Type": "volume",
                  "Source": "filter-state",
                  "Target": "/state"
                }
              ],
              "Memory": 134217728
            }
          }
          """# + "\n"),
        ProviderEntry(
          "desiredProperties",
          #"""
          {
            "threshold": 25
          }
          """# + "\n"),
      ]),
    ProviderConfigMap(
      name: "alerter",
      data: [
        ProviderEntry("status", "running"),
        ProviderEntry("restartPolicy", "on-failure"),
        ProviderEntry("version", "1.0"),
        ProviderEntry(
          "createOptions",
          #"""
          {
            "HostConfig": {
              "Binds": [
                "/etc/alerter:/config:ro"
              ],
              "PortBindings": {
                "8080/tcp": [
                  {
                    "HostPort": "80"
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
      "id": "line-a",
      "schemaVersion": "1.0",
      "labels": {
        "app": "line-a",
        "team": "ops"
      },
      "content": {
        "moduleContent": {
          "$edgeAgent": {
            "properties.desired": {
              "schemaVersion": "1.0",
              "runtime": {
                "type": "docker",
                "settings": {
                  "registryCredentials": {
                    "contoso": {
                      "address": "contoso.azurecr.io",
                      "username": "contoso",
                      "password": "not-a-real-password"
                    }
                  },
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
                  "env": {
                    "OptimizeForPerformance": {
                      "value": "false"
                    }
                  },
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
                "sensor": {
                  "type": "docker",
                  "status": "running",
                  "version": "1.0",
                  "restartPolicy": "always",
                  "settings": {
                    "image": "mcr.microsoft.com/azureiotedge-simulated-temperature-sensor:1.5",
                    "createOptions": "{\"Env\":[\"MessageCount=-1\"]}"
                  }
                },
                "filter": {
                  "type": "docker",
                  "status": "running",
                  "version": "1.0",
                  "restartPolicy": "always",
                  "settings": {
                    "image": "contoso.azurecr.io/filter:2.1.0",
                    "createOptions": "{\"Env\":[\"LOG=info\"],\"HostConfig\":{\"Mounts\":[{\"Type\":\"volume\",\"Source\":\"filter-state\",\"Target\":\"/state\"}],\"Memory\":134217728}}"
                  }
                },
                "alerter": {
                  "type": "docker",
                  "status": "running",
                  "version": "1.0",
                  "restartPolicy": "on-failure",
                  "settings": {
                    "image": "contoso.azurecr.io/alerter:1.0.3",
                    "createOptions": "{\"HostConfig\":{\"Binds\":[\"/etc/alerter:/config:ro\"],\"PortBindings\":{\"8080/tcp\":[{\"HostPort\":\"80\"}]}}}"
                  }
                }
              }
            }
          },
          "$edgeHub": {
            "properties.desired": {
              "schemaVersion": "1.0",
              "routes": {
                "sensorToFilter": "FROM /messages/modules/sensor/outputs/temperatureOutput INTO BrokeredEndpoint(\"/modules/filter/inputs/raw\")",
                "filterToAlerts": "FROM /messages/modules/filter/outputs/out WHERE $body.temperature > 30 INTO BrokeredEndpoint(\"/modules/alerter/inputs/alerts\")",
                "filterToWarnings": "FROM /messages/modules/filter/outputs/out WHERE $body.temperature > 25 AND $body.temperature <= 30 INTO BrokeredEndpoint(\"/modules/alerter/inputs/warnings\")",
                "filterToCloud": "FROM /messages/modules/filter/outputs/out WHERE $body.temperature > 25 INTO $upstream"
              },
              "storeAndForwardConfiguration": {
                "timeToLiveSecs": 7200
              }
            }
          },
          "filter": {
            "properties.desired": {
              "threshold": 25
            }
          }
        }
      },
      "contentType": "assignment",
      "targetCondition": "tags.site='plant1' AND tags.line='a'",
      "createdTimeUtc": "0001-01-01T00:00:00",
      "lastUpdatedTimeUtc": "0001-01-01T00:00:00",
      "priority": 20,
      "etag": null
    }
    """#
}
