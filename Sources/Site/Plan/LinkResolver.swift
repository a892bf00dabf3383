package import Diagnostics

extension SiteIndex {
  /// Where a link leads, as written in Markdown, front matter or a fence.
  ///
  /// - Parameters:
  ///   - written: the address, percent-encoded or not: `china.md#output`, `/data/`, `https://…`.
  ///   - folder: the folder, below `Content/`, of the file that holds the link.
  ///   - output: the output of the page that shows it, for `#id` alone.
  ///   - location: the place of the link.
  /// - Returns: the target; nil where it leads nowhere, which is reported. Fragments, and outputs of
  ///   kind `generated`, are to be checked when every page is resolved (`PendingLink`).
  package func resolve(
    _ written: String, from folder: String, page output: String, at location: SourceLocation,
    into diagnostics: DiagnosticCollector
  ) -> LinkTarget? {
    if let scheme = AddressScheme(of: written) {
      if scheme.isAllowed { return .external(written) }
      diagnostics.add(
        .init(
          .error, "link.scheme", at: location, "the scheme of a link is not allowed",
          found: "`\(scheme.name):`", expected: "http, https, mailto or a file of the site"))
      return nil
    }
    let parts = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let reference = parts.first ?? ""
    let fragment = parts.count == 2 ? PercentEncoding.decoded(parts[1]) : nil
    if reference.isEmpty {
      return selfTarget(output, fragment: fragment, at: location, into: diagnostics)
    }
    guard
      let path = path(of: reference, from: folder, at: location, written, into: diagnostics)
    else { return nil }
    switch target(of: path, fragment: fragment.flatMap { $0.isEmpty ? nil : $0 }) {
    case .success(let target): return target
    case .failure(let fault):
      diagnostics.add(Self.diagnostic(fault, written: written, path: path, at: location))
      return nil
    }
  }

  /// A link to a place of the page itself.
  private func selfTarget(
    _ output: String, fragment: String?, at location: SourceLocation,
    into diagnostics: DiagnosticCollector
  ) -> LinkTarget? {
    guard let fragment, !fragment.isEmpty else {
      diagnostics.add(
        .init(
          .error, "link.empty", at: location, "a link names no target",
          expected: "a file, a folder, `#id` or a web address"))
      return nil
    }
    return .output(
      output, fragment: fragment, kind: page(at: output).map { .page($0) } ?? .generated)
  }

  /// The path below `Content/` that a reference means.
  private func path(
    of reference: Substring, from folder: String, at location: SourceLocation, _ written: String,
    into diagnostics: DiagnosticCollector
  ) -> String? {
    if reference.utf8.contains(UInt8(ascii: "?")) {
      diagnostics.add(
        .init(
          .error, "link.query", at: location, "an address within the site has no `?`",
          found: "`\(written)`", remedy: "write `%3F` where the file's name holds a question mark"))
      return nil
    }
    guard let decoded = PercentEncoding.decoded(reference),
      let path = SitePath.resolve(decoded, from: folder)
    else {
      diagnostics.add(
        .init(
          .error, "link.outside", at: location, "a link leads out of the site",
          found: "`\(written)`",
          expected: "a path that stays below `Content/`, percent-encoded as UTF-8"))
      return nil
    }
    return path
  }

  private static func diagnostic(
    _ fault: LinkFault, written: String, path: String, at location: SourceLocation
  ) -> Diagnostic {
    switch fault {
    case .heldBack(let reason):
      .init(
        .error, "link.held-back", at: location, "a link leads to a page that is not published",
        found: "`\(written)`, \(reason)", remedy: "publish the page, or take the link out")
    case .unpublished(let what):
      .init(
        .error, "link.unpublished", at: location, "a link leads to a file that is not published",
        found: "`\(written)`, \(what)")
    case .rowTemplate:
      .init(
        .error, "link.row-template", at: location, "a link leads to the file of many pages",
        found: "`\(written)`", expected: "the address of one of them, such as `\(example(path))`")
    case .missing(let suggestion):
      .init(
        .error, "link.missing", at: location, "a link leads to nothing", found: "`\(written)`",
        expected: "a page, a file, a folder or an output of the site",
        remedy: suggestion.map { "did you mean `/\($0)`?" })
    }
  }

  private static func example(_ path: String) -> String {
    SitePath.join(SitePath.folder(path), "name-of-the-row.md")
  }
}

/// The scheme of an absolute address.
struct AddressScheme {
  /// The scheme in lower case; `//` for an address that leaves it out.
  let name: String

  /// Nil where the address is relative. Blanks and control characters before and within the scheme are
  /// passed over, as browsers do.
  init?(of address: String) {
    var letters: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0...0x20, 0x7F: continue
      case UInt8(ascii: ":"):
        guard !letters.isEmpty else { return nil }
        name = String(decoding: letters, as: UTF8.self)
        return
      case UInt8(ascii: "/") where letters == [byte]:
        name = "//"
        return
      case UInt8(ascii: "/") where letters.isEmpty: letters.append(byte)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        letters.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
      default: return nil
      }
    }
    return nil
  }

  /// Whether a page may link there.
  var isAllowed: Bool { name == "https" || name == "http" || name == "mailto" }
}
