import TestSupport
import Testing

@testable import Site

@Suite struct FilesTests {
  @Test(
    "a slug holds letters and digits without marks, in lower case",
    arguments: [
      ("Viet Nam", "viet-nam"), ("MYS", "mys"), ("Côte d'Ivoire", "cote-d-ivoire"),
      ("  2024: a  b! ", "2024-a-b"), ("Ångström", "angstrom"), ("ﬁne", "fine"),
      ("Россия", "россия"), ("---", ""), ("", ""), ("日本", "日本"),
    ])
  func slugs(text: String, slug: String) {
    #expect(Slug.of(text) == slug)
  }

  @Test(
    "paths are resolved from a folder and never lead out",
    arguments: [
      ("b.md", "a", "a/b.md"), ("../b.md", "a", "b.md"), ("./x/../b", "a/c", "a/c/b"),
      ("/b.md", "a", "b.md"), ("a//b", "", "a/b"), ("", "a", "a"), ("..", "a", ""),
    ])
  func paths(reference: String, folder: String, path: String) {
    #expect(SitePath.resolve(reference, from: folder) == path)
  }

  @Test(
    "a path that leads out of the site, or holds a NUL, is none", arguments: ["../../b", "..\u{0}"])
  func outside(reference: String) {
    #expect(SitePath.resolve(reference, from: "a") == nil)
  }

  @Test(
    "patterns of paths",
    arguments: [
      ("*.pdf", "a.pdf", true), ("*.pdf", "x/a.pdf", false), ("**/*.pdf", "x/y/a.pdf", true),
      ("**/*.pdf", "a.pdf", true), ("files", "files/a/b", true), ("files/", "files/a", true),
      ("files", "file", false), ("a?c", "abc", true), ("a?c", "ac", false),
      ("a*b*c", "aXbYbc", true), ("", "a", false), ("**", "a/b", true), ("é*", "éa", true),
    ])
  func patterns(pattern: String, path: String, fits: Bool) {
    #expect(PathPattern(pattern).matches(path) == fits)
  }

  @Test("a pattern of many stars takes no time to speak of")
  func hostilePattern() {
    let pattern = PathPattern(String(repeating: "*a", count: 200))
    #expect(!pattern.matches(String(repeating: "a", count: 190) + "b"))
  }

  @Test(
    "hashes of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func hashes(text: String, hash: String) {
    #expect(SHA256.hex(Array(text.utf8)) == hash)
  }

  @Test("a million letters have the hash that the standard gives")
  func longHash() {
    let hash = SHA256.hex([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(hash == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("a folder on the disk is listed in the order of bytes, links as links")
  func disk() throws {
    let folder = try TemporaryFolder(["b/x.md": "x", "a.md": "a", "B.md": "B", ".hidden": ""])
    try symbolicLink(folder.path + "/link.md", to: folder.path + "/a.md")
    let files = SiteFiles.onDisk(folder.path, label: "Content")
    let entries = try files.list()
    #expect(entries.map(\.path) == [".hidden", "B.md", "a.md", "b/x.md", "link.md"])
    #expect(entries.last?.kind == .link)
    #expect(try files.read("b/x.md") == Array("x".utf8))
    #expect(files.printedPath("a.md") == "Content/a.md")
  }

  @Test("a folder or file that is not there is an error with its path")
  func missing() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileError.notFound(folder.path + "/no")) {
      try SiteFiles.onDisk(folder.path + "/no", label: "Content").list()
    }
    #expect(throws: FileError.notFound(folder.path + "/no.md")) {
      try SiteFiles.onDisk(folder.path, label: "Content").read("no.md")
    }
  }

  @Test("a pipe is listed as special, and not read")
  func pipe() throws {
    let folder = try TemporaryFolder()
    try namedPipe(folder.path + "/pipe")
    let files = SiteFiles.onDisk(folder.path, label: "")
    #expect(try files.list() == [.init("pipe", kind: .special)])
  }

  @Test(
    "addresses are relative and name the file",
    arguments: [
      ("index.html", "a/b.html", "a/b.html"), ("a/b.html", "index.html", "../index.html"),
      ("a/b.html", "a/c.html#x", "c.html#x"), ("a/b.html", "a/b.html#x", "#x"),
      ("a/b.html", "a/b.html", "b.html"), ("a/b/c.html", "a/d/e.html", "../d/e.html"),
      ("a.html", "ab.html", "ab.html"), ("x.html", "a b&c.html#é", "a%20b%26c.html#%C3%A9"),
      ("countries/chn.html", "countries-list/a.html", "../countries-list/a.html"),
    ])
  func addresses(from: String, to: String, address: String) {
    #expect(RelativeAddress.from(from, to: to) == address)
  }

  @Test(
    "percent-encoding is undone as UTF-8 only",
    arguments: [("a%20b", "a b"), ("%C3%A9", "é"), ("a+b", "a+b")])
  func decoding(text: String, decoded: String) {
    #expect(PercentEncoding.decoded(text) == decoded)
  }

  @Test(
    "broken escapes and bytes that are no UTF-8 are none", arguments: ["%", "%2", "%zz", "%C3"])
  func brokenEscapes(text: String) {
    #expect(PercentEncoding.decoded(text) == nil)
  }
}
