extension DocumentNode: ExpressibleByStringLiteral {
  /// A text without a place.
  public init(stringLiteral text: String) {
    self.init(.string(text))
  }
}

extension DocumentNode: ExpressibleByIntegerLiteral {
  /// A number without a place.
  public init(integerLiteral number: Int) {
    self.init(.number(Double(number), literal: String(number)))
  }
}

extension DocumentNode: ExpressibleByFloatLiteral {
  /// A number without a place.
  public init(floatLiteral number: Double) {
    self.init(.number(number, literal: JSONWriter.text(number)))
  }
}

extension DocumentNode: ExpressibleByBooleanLiteral {
  /// A truth value without a place.
  public init(booleanLiteral flag: Bool) {
    self.init(.boolean(flag))
  }
}

extension DocumentNode: ExpressibleByArrayLiteral {
  /// A list without a place.
  public init(arrayLiteral elements: DocumentNode...) {
    self.init(.list(elements))
  }
}

extension DocumentNode {
  /// A mapping without a place, in the order written; of equal keys the first stays.
  ///
  ///     DocumentNode.mapping(["mark": "bar", "encoding": .mapping(["x": "year"])])
  public static func mapping(_ entries: KeyValuePairs<String, DocumentNode>) -> DocumentNode {
    var seen = Set<String>()
    return DocumentNode(
      .mapping(
        DocumentMapping(
          entries.filter { seen.insert($0.key).inserted }
            .map { DocumentMapping.Entry(key: $0.key, value: $0.value) })))
  }

  /// `null` without a place.
  public static let null = DocumentNode(.null)
}
