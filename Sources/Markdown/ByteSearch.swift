/// Searching in UTF-8, where every mark that matters here is ASCII.
extension Collection<UInt8> {
  /// The first place at or after `start` where a text stands.
  func find(_ text: String, from start: Index) -> Index? {
    guard let first = text.utf8.first else { return nil }
    var from = start
    while from < endIndex, let index = self[from...].firstIndex(of: first) {
      if self[index...].starts(with: text.utf8) { return index }
      from = self.index(after: index)
    }
    return nil
  }

  /// Without the blanks and line ends at both ends.
  func trimmed() -> SubSequence where Self: BidirectionalCollection {
    var rest = self[...]
    while let first = rest.first, isSpace(first) { rest = rest.dropFirst() }
    while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
    return rest
  }
}

/// A space or a tab.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 9 }

/// A space, a tab or a line end.
func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 10 || byte == 13 }

/// What ids are made of: letters and digits of ASCII, `-` and `_`.
func isIDByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}
