/// Reads the tags of HTML, to see that nothing but what the generator writes has become one.
struct TagScanner {
  /// The names of elements and attributes found, `a`, `a href`, in the order of the text.
  private(set) var names: [String] = []
  /// Attributes that an element has twice.
  private(set) var doubledAttributes: [String] = []
  /// What is wrong with the text as markup.
  private(set) var faults: [String] = []

  init(_ html: String) {
    var rest = Array(html.unicodeScalars)[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[(open + 1)...]
      tag(&rest)
    }
  }

  private mutating func tag(_ rest: inout ArraySlice<Unicode.Scalar>) {
    if rest.first == "/" { rest.removeFirst() }
    let name = word(&rest)
    if name.isEmpty { faults.append("no name after <: \(text(rest.prefix(20)))") }
    names.append(name)
    var attributes: Set<String> = []
    while let scalar = rest.first, scalar != ">" {
      rest.removeFirst()
      guard scalar == " " || scalar == "/" else {
        faults.append("\(scalar) within <\(name)")
        continue
      }
      let attribute = word(&rest)
      if attribute.isEmpty { continue }
      names.append(name + " " + attribute)
      if !attributes.insert(attribute).inserted { doubledAttributes.append(name + " " + attribute) }
      guard rest.first == "=" else { continue }
      rest.removeFirst()
      guard rest.popFirst() == "\"", let end = rest.firstIndex(of: "\"") else {
        faults.append("no quotes around \(attribute)")
        continue
      }
      if rest[..<end].contains("<") { faults.append("< within \(attribute)") }
      rest = rest[(end + 1)...]
    }
    if rest.popFirst() != ">" { faults.append("<\(name) is not closed") }
  }

  private func word(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
    let word = rest.prefix {
      $0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "-" || $0 == ":"
    }
    rest = rest.dropFirst(word.count)
    return text(word)
  }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
