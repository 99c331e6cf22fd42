import EdgeDiagnostics
import Testing

/// What somebody probably meant.
@Suite struct SuggestionTests {
  @Test(arguments: [
    ("Image", "image"), ("enviroment", "environment"), ("imgae", "image"), ("images", "image"),
    ("statsu", "status"), ("IMAGEPULLPOLICY", "imagePullPolicy"), ("envs", "env"),
  ])
  func nearNamesAreFound(_ typed: String, _ meant: String) {
    let names = ["image", "imagePullPolicy", "env", "environment", "status"]
    #expect(Suggestion.nearest(to: typed, among: names) == meant)
  }

  @Test(arguments: ["", "x", "volume", "em", "replicas"])
  func farNamesAreNot(_ typed: String) {
    #expect(Suggestion.nearest(to: typed, among: ["image", "environment", "status"]) == nil)
  }

  @Test func firstOfEquallyNearOnesIsTaken() {
    #expect(Suggestion.nearest(to: "cat", among: ["car", "bat"]) == "car")
    #expect(Suggestion.nearest(to: "cat", among: ["bat", "car"]) == "bat")
  }

  @Test func letterCaseIsNearerThanAnything() {
    #expect(Suggestion.nearest(to: "Env", among: ["enV1", "env"]) == "env")
  }

  @Test func nameItselfIsNoSuggestion() {
    #expect(Suggestion.nearest(to: "env", among: ["env"]) == nil)
  }
}
