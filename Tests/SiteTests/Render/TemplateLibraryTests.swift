import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite struct TemplateLibraryTests {
  private func load(_ files: [String: String]) throws -> (TemplateLibrary, [Diagnostic]) {
    let diagnostics = DiagnosticCollector()
    let library = try TemplateLibrary.load(
      .inMemory(files.mapValues { Array($0.utf8) }, label: "Templates"), into: diagnostics)
    return (library, diagnostics.sorted)
  }

  @Test("the built-in theme has no fault")
  func builtIn() throws {
    let diagnostics = DiagnosticCollector()
    let library = try TemplateLibrary.load(nil, into: diagnostics)
    #expect(diagnostics.sorted.isEmpty)
    #expect(library.pageTemplates.contains("page"))
    #expect(!library.pageTemplates.contains("_head"))
    #expect(library.assets.map(\.path).contains("theme.css"))
  }

  @Test("the theme in the binary is the folder Templates")
  func embedded() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Templates")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    #expect(BuiltInTheme.files.keys.sorted() == names)
    for name in names {
      let bytes = try Data(contentsOf: folder.appending(path: name))
      let isSame = BuiltInTheme.files[name] == Array(bytes)
      #expect(isSame, "\(name) is not the file that was compiled in")
    }
  }

  @Test("every word that the generator writes stands in strings.yaml", arguments: Word.allCases)
  func words(word: Word) throws {
    let library = try TemplateLibrary.load(nil, into: DiagnosticCollector())
    #expect(!library.strings.words(for: "en").text(word.rawValue).isEmpty)
  }

  @Test("every name that templates may use says what it holds", arguments: TemplateName.allCases)
  func names(name: TemplateName) {
    #expect(name.documentation.meaning.count > 10)
  }

  @Test(
    "faults of templates are found before anything is rendered",
    arguments: [
      ("{{titel}}", "template.name", 1), ("a\n{{> _haed}}", "template.partial", 2),
      ("{{words.skp}}", "template.word", 1), ("{{#words.skip}}{{/words.skip}}", "template.word", 1),
      ("{{body}}", "template.escaped", 1), ("{{{title}}}", "template.unescaped", 1),
      ("{{&title}}", "template.unescaped", 1), ("{{draft}}", "template.flag", 1),
      ("{{=<% %>=}}", "template.tag", 1), ("{{% CONTENT_TYPE: TEXT}}", "template.tag", 1),
      ("{{#tags}}", "template.nesting", 1), ("{{/tags}}", "template.nesting", 1),
      ("{{#tags}}{{/notes}}", "template.nesting", 1), ("\n\n {{title", "template.tag", 3),
      ("{{>*kind}}", "template.partial", 1), ("{{.}}", "template.name", 1),
      ("{{uppercased(title)}}", "template.name", 1),
      ("{{<_fram}}{{/_fram}}", "template.partial", 1),
    ])
  func faults(text: String, id: String, line: Int) throws {
    let (_, diagnostics) = try load(["page.mustache": text])
    let fault = diagnostics.first { $0.id == id }
    #expect(fault?.severity == .error, "\(diagnostics)")
    #expect(fault?.location?.path == "Templates/page.mustache")
    #expect(fault?.location?.range.start.line == line)
  }

  @Test("a misspelt name is answered with the name that was meant")
  func nearMiss() throws {
    let (_, diagnostics) = try load(["page.mustache": "{{titel}} {{> _haed}} {{words.skp}}"])
    #expect(
      diagnostics.map(\.remedy) == [
        "did you mean `title`?", "did you mean `_head`?", "did you mean `skip`?",
      ])
  }

  @Test("a template that contains itself is an error that names the way")
  func cycle() throws {
    let (_, diagnostics) = try load(["_a.mustache": "{{> _b}}", "_b.mustache": "{{> _a}}"])
    #expect(diagnostics.map(\.id) == ["template.cycle"])
    #expect(diagnostics.first?.summary.contains("_a > _b > _a") == true)
  }

  @Test("partials nest twenty deep and no deeper")
  func partialDepth() throws {
    func chain(_ length: Int) -> [String: String] {
      var files = ["_p\(length).mustache": "end"]
      for number in 1..<length { files["_p\(number).mustache"] = "{{> _p\(number + 1)}}" }
      return files
    }
    #expect(try load(chain(20)).1.isEmpty)
    #expect(try load(chain(24)).1.map(\.id).contains("template.depth"))
  }

  @Test("sections nest a hundred deep and no deeper")
  func sectionDepth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "{{#tags}}", count: depth) + String(repeating: "{{/tags}}", count: depth)
    }
    #expect(try load(["page.mustache": nested(100)]).1.isEmpty)
    #expect(try load(["page.mustache": nested(101)]).1.map(\.id) == ["template.depth"])
  }

  @Test("a site's file replaces the built-in one of its name, and only that")
  func replacement() throws {
    let (library, diagnostics) = try load(["tag.mustache": "mine", "theme.css": "p { margin: 0 }"])
    #expect(diagnostics.isEmpty)
    #expect(library.templates["tag"]?.text == "mine")
    #expect(library.templates["page"]?.text.contains("_frame") == true)
    #expect(library.assets.count { $0.path == "theme.css" } == 1)
    #expect(library.assets.first { $0.path == "theme.css" }?.bytes == Array("p { margin: 0 }".utf8))
  }

  @Test("a site adds templates, words and files of its own")
  func additions() throws {
    let (library, diagnostics) = try load([
      "brief.mustache": "{{title}} {{words.mine}}", "logo.svg": "<svg/>",
      "strings.yaml": "en: {mine: Own, home: Start}\nde: {home: Anfang}",
      ".hidden": "x",
    ])
    #expect(diagnostics.isEmpty)
    #expect(library.pageTemplates.contains("brief"))
    #expect(library.assets.map(\.path).contains("logo.svg"))
    #expect(!library.assets.map(\.path).contains(".hidden"))
    #expect(library.strings.words(for: "en")(.home) == "Start")
    #expect(library.strings.words(for: "de-AT")(.home) == "Anfang")
    #expect(library.strings.words(for: "de")(.tags) == "Tags")
    #expect(library.strings.words(for: "en").text("mine") == "Own")
  }

  @Test("strings.yaml that is no mapping of words is an error at its place")
  func strings() throws {
    #expect(try load(["strings.yaml": "- a"]).1.map(\.id) == ["document.type"])
    #expect(try load(["strings.yaml": "en: {home: [a]}"]).1.map(\.id) == ["document.type"])
  }

  @Test("bytes that are no UTF-8 are an error of the file")
  func encoding() throws {
    let diagnostics = DiagnosticCollector()
    _ = try TemplateLibrary.load(
      .inMemory(["page.mustache": [0x41, 0xFF]], label: "Templates"), into: diagnostics)
    #expect(diagnostics.sorted.map(\.id) == ["content.encoding"])
  }
}
