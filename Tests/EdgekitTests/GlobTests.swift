import EdgeDiagnostics
import Testing

@testable import edgekit

@Suite struct GlobTests {
  @Test(arguments: [
    ("*.yaml", "a.yaml", true),
    ("*.yaml", "a.yml", false),
    ("*.yaml", "dir/a.yaml", false),
    ("*.yaml", ".a.yaml", false),
    (".*.yaml", ".a.yaml", true),
    ("**/*.yaml", "a.yaml", true),
    ("**/*.yaml", "dir/sub/a.yaml", true),
    ("**/*.yaml", ".git/a.yaml", false),
    ("edge/**", "edge/a/b", true),
    ("edge/**/x", "edge/x", true),
    ("edge/**/x", "edge/a/b/y", false),
    ("**/a/**/b", "x/a/y/z/b", true),
    ("?.json", "é.json", true),
    ("?.json", "ab.json", false),
    ("[a-c]?.json", "bx.json", true),
    ("[!a-c]*", "dx", true),
    ("[^a-c]*", "ax", false),
    ("a[]b", "a[]b", true),
    ("[]]x", "]x", true),
    ("*a*b*", "xxaxxbxx", true),
    ("*a*b*", "xxbxxa", false),
    ("a/b", "a/b", true),
    ("a/b", "a//b", true),
    ("", "", true),
  ])
  func matching(pattern: String, name: String, expected: Bool) {
    #expect(Glob(pattern).matches(name) == expected)
  }

  @Test(arguments: [
    ("testdata", "edge/testdata/a.yaml", true),
    ("*.tmp.yaml", "edge/a.tmp.yaml", true),
    ("**/testdata/**", "edge/testdata/a.yaml", true),
    ("edge/old", "edge/old/deep/a.yaml", true),
    ("edge/old", "edge/older/a.yaml", false),
    ("old", "edge/older/a.yaml", false),
    (".*", "edge/.hidden/a.yaml", true),
  ])
  func exclusion(pattern: String, name: String, expected: Bool) {
    #expect(Glob(pattern).covers(name) == expected)
  }

  @Test(arguments: [
    ("edge/*.yaml", "edge"), ("*.yaml", ""), ("/a/b/**/c", "/a/b"), ("/*", ""), ("a/b", "a/b"),
  ])
  func fixedPrefix(pattern: String, expected: String) {
    #expect(Glob.fixedPrefix(of: pattern) == expected)
  }
}
