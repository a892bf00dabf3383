import Diagnostics

/// Rules for the names of tables, views and queries.
public enum TableName {
  /// The most characters of a name.
  static let lengthLimit = 63

  /// Why a name is refused, in one clause; nil where it is allowed: `[a-z][a-z0-9_]*`, at most 63
  /// characters, no keyword of SQL, not `row`, `page`, `site`, `edition`, not `sqlite_…`.
  public static func fault(_ name: String) -> String? {
    let bytes = name.utf8
    guard let first = bytes.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first,
      bytes.allSatisfy(isNameByte)
    else { return "a name is lower-case letters, digits and _, and begins with a letter" }
    if bytes.count > lengthLimit { return "a name has at most \(lengthLimit) characters" }
    if name.hasPrefix("sqlite_") { return "names with sqlite_ belong to the database" }
    if reserved.contains(name) { return "“\(name)” means something else in pages" }
    if SQLKeywords.all.contains(name) { return "“\(name)” is a keyword of SQL" }
    return nil
  }

  /// The allowed name that is most like another; nil where none suggests itself.
  public static func proposal(for name: String) -> String? {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      let isKept = scalar.isASCII && isNameByte(UInt8(ascii: scalar))
      if isKept {
        result.unicodeScalars.append(scalar)
      } else if !result.hasSuffix("_") {
        result += "_"
      }
    }
    while result.hasSuffix("_") { result.removeLast() }
    result = String(result.drop { !$0.isLetter }.prefix(lengthLimit))
    if fault(result) != nil { result += "_table" }
    return fault(result) == nil ? result : nil
  }

  /// Reports a name that is not allowed.
  static func check(_ name: String, at location: SourceLocation, _ context: DescriptorContext) {
    guard let reason = fault(name) else { return }
    context.error(
      "package.table-name", at: location, reason, found: "`\(name)`",
      remedy: proposal(for: name).map { "call it `\($0)`" })
  }

  private static let reserved: Set<String> = ["row", "page", "site", "edition"]

  private static func isNameByte(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      || byte == UInt8(ascii: "_")
  }
}

/// The keywords of SQLite, in lower case. <https://www.sqlite.org/lang_keywords.html>
enum SQLKeywords {
  static let all = Set(
    """
    abort action add after all alter always analyze and as asc attach autoincrement before begin \
    between by cascade case cast check collate column commit conflict constraint create cross current \
    current_date current_time current_timestamp database default deferrable deferred delete desc detach \
    distinct do drop each else end escape except exclude exclusive exists explain fail filter first \
    following for foreign from full generated glob group groups having if ignore immediate in index \
    indexed initially inner insert instead intersect into is isnull join key last left like limit match \
    materialized natural no not nothing notnull null nulls of offset on or order others outer over \
    partition plan pragma preceding primary query raise range recursive references regexp reindex \
    release rename replace restrict returning right rollback row rows savepoint select set table temp \
    temporary then ties to transaction trigger unbounded union unique update using vacuum values view \
    virtual when where window with without
    """.split(separator: " ").map(String.init))
}
