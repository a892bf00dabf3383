import Diagnostics
import Documents
import YAML

/// `strings.yaml`: the fixed words of a theme by language.
struct ThemeStrings: Sendable {
  private var languages: [String: [String: String]] = [:]

  /// Every key of any language.
  var keys: Set<String> { languages.values.reduce(into: []) { $0.formUnion($1.keys) } }

  /// Takes the words of a file; those of a later file replace earlier ones of the same key.
  mutating func read(_ text: String, path: String, into diagnostics: DiagnosticCollector) {
    guard let node = YAMLReader.read(text, path: path, into: diagnostics),
      let file = MappingReader(node, path: path, what: "strings.yaml", into: diagnostics)
    else { return }
    for entry in file.mapping.entries {
      let what = "the words of a language"
      guard var words = MappingReader(entry.value, path: path, what: what, into: diagnostics)
      else { continue }
      let language = entry.key.lowercased()
      for key in words.mapping.keys {
        languages[language, default: [:]][key] = words.string(key)
      }
    }
  }

  /// The words of a language: those of the tag, of its first part, then English.
  func words(for language: String) -> Words {
    let tag = language.lowercased()
    let base = tag.prefix { $0 != "-" }
    var words = languages["en"] ?? [:]
    for key in [String(base), tag] {
      if let own = languages[key] { words.merge(own) { $1 } }
    }
    return Words(words)
  }
}

/// The fixed words of one language.
struct Words: Sendable {
  private let words: [String: String]

  /// Words by key.
  init(_ words: [String: String]) {
    self.words = words
  }

  /// A word by its key as templates write it; empty where there is none.
  func text(_ key: some StringProtocol) -> String { words[String(key)] ?? "" }

  /// A word; `{name}` in it is replaced by the value of that name, once.
  func callAsFunction(_ key: Word, _ values: KeyValuePairs<String, String> = [:]) -> String {
    var rest = (words[key.rawValue] ?? key.rawValue)[...]
    var text = ""
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      text += values.first { $0.key == name }?.value ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
