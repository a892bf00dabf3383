import Diagnostics

/// The grammar of RFC 8259 over UTF-8 bytes, in one pass; recursion ends at the depth limit.
struct JSONParser {
  /// Doubled names: noted without stopping.
  private(set) var faults: [JSONFault] = []
  private var scanner: JSONScanner
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    scanner = JSONScanner(bytes)
  }

  /// The one value of the text, with nothing but blanks around it.
  mutating func document() throws(JSONFault) -> DocumentNode {
    scanner.skipByteOrderMark()
    scanner.skipBlanks()
    let node = try value()
    scanner.skipBlanks()
    if scanner.byte != nil {
      throw scanner.unexpected(expected: "the end of the text")
    }
    return node
  }

  /// The value that begins here.
  private mutating func value() throws(JSONFault) -> DocumentNode {
    var names: [String]?
    return try value(&names)
  }

  /// The value that begins here; in a list, `names` are those of the object before it, and then its own.
  private mutating func value(_ names: inout [String]?) throws(JSONFault) -> DocumentNode {
    let start = scanner.position
    let value: DocumentNode.Value
    guard let first = scanner.byte else { throw scanner.unexpected(expected: "a value") }
    switch first {
    case UInt8(ascii: "{"): value = .mapping(try object(&names))
    case UInt8(ascii: "["): value = .list(try array())
    case UInt8(ascii: "\""): value = .string(try scanner.string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = try scanner.number()
    case UInt8(ascii: "t"): value = try scanner.word("true", .boolean(true))
    case UInt8(ascii: "f"): value = try scanner.word("false", .boolean(false))
    case UInt8(ascii: "n"): value = try scanner.word("null", .null)
    default: throw scanner.unexpected(expected: "a value")
    }
    return DocumentNode(value, SourceRange(start, scanner.position))
  }

  /// `[`, values with commas between them, `]`.
  private mutating func array() throws(JSONFault) -> [DocumentNode] {
    try open()
    var nodes: [DocumentNode] = []
    var names: [String]? = []
    if !scanner.take(UInt8(ascii: "]")) {
      repeat {
        scanner.skipBlanks()
        nodes.append(try value(&names))
        scanner.skipBlanks()
      } while scanner.take(UInt8(ascii: ","))
      guard scanner.take(UInt8(ascii: "]")) else {
        throw scanner.unexpected(expected: "`,` or `]`")
      }
    }
    depth -= 1
    return nodes
  }

  /// `{`, members with commas between them, `}`.
  ///
  /// The objects of a list mostly have the same names in the same order: as long as they do, no name is made
  /// anew, and none can be doubled.
  private mutating func object(_ siblings: inout [String]?) throws(JSONFault) -> DocumentMapping {
    try open()
    let known = siblings ?? []
    var isAlike = true
    var entries: [DocumentMapping.Entry] = []
    entries.reserveCapacity(known.count)
    var unique = UniqueKeys()
    if !scanner.take(UInt8(ascii: "}")) {
      repeat {
        scanner.skipBlanks()
        let expected = isAlike && entries.count < known.count ? known[entries.count] : nil
        let entry = try member(expected)
        isAlike = entry.key == expected
        if !isAlike, let first = unique.insert(entry, after: entries) {
          faults.append(
            JSONFault(
              id: "json.duplicate-key", range: entry.keyRange,
              summary: "a name stands once in an object", found: "a second `\(entry.key)`",
              remedy: "remove one of them", first: first))
        } else {
          entries.append(entry)
        }
        scanner.skipBlanks()
      } while scanner.take(UInt8(ascii: ","))
      guard scanner.take(UInt8(ascii: "}")) else {
        throw scanner.unexpected(expected: "`,` or `}`")
      }
    }
    depth -= 1
    if siblings != nil, !isAlike || entries.count != known.count { siblings = entries.map(\.key) }
    return DocumentMapping(entries)
  }

  /// A name, `:`, a value.
  private mutating func member(_ expected: String?) throws(JSONFault) -> DocumentMapping.Entry {
    let start = scanner.position
    guard scanner.byte == UInt8(ascii: "\"") else {
      throw scanner.unexpected(expected: "a name in double quotes")
    }
    let key =
      if let expected, scanner.take(expected) { expected } else { try scanner.string() }
    let range = SourceRange(start, scanner.position)
    scanner.skipBlanks()
    guard scanner.take(UInt8(ascii: ":")) else { throw scanner.unexpected(expected: "`:`") }
    scanner.skipBlanks()
    return DocumentMapping.Entry(key: key, keyRange: range, value: try value())
  }

  /// Goes one level down, past the opening bracket and the blanks after it.
  private mutating func open() throws(JSONFault) {
    depth += 1
    guard depth <= JSONReader.depthLimit else {
      throw JSONFault(
        id: "json.depth", range: SourceRange(scanner.position),
        summary: "lists and objects nest at most \(JSONReader.depthLimit) levels deep")
    }
    scanner.advance()
    scanner.skipBlanks()
  }
}
