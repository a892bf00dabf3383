import Charts
package import Diagnostics
import Documents
import Tables
import YAML

/// One run of `ytterby chart`: specifications from the disk to pictures on the disk or as text.
package struct ChartRun: Sendable {
  private let root: String?
  private let data: [(name: String, file: String)]
  private let theme: String?
  private let width: Double?
  private let printsScene: Bool

  /// A run.
  ///
  /// - Parameters:
  ///   - root: the folder below which `url` data is read; nil for the folder of specifications, or for one
  ///     specification the working folder if the file is in it.
  ///   - data: tables by the name that a specification asks for, as CSV files.
  ///   - theme: a file with a configuration that lies below the specification's own.
  ///   - width: the width of a plot whose specification gives none, in pixels.
  ///   - printsScene: whether the scene is given as JSON instead of the picture.
  package init(
    root: String?, data: [(name: String, file: String)] = [], theme: String? = nil,
    width: Double? = nil, printsScene: Bool = false
  ) {
    self.root = root
    self.data = data
    self.theme = theme
    self.width = width
    self.printsScene = printsScene
  }

  /// Draws every specification of a folder into another; what has errors gives no picture.
  package func folder(
    _ folder: String, to pictures: String, into diagnostics: DiagnosticCollector
  ) throws {
    let root = root ?? folder
    guard let inner = Self.path(of: folder, below: root) else {
      throw FileError.refused(action: "read", path: folder, reason: "it is not below \(root)")
    }
    let paths = try SiteFiles.onDisk(folder, label: folder).list().map(\.path)
    let jobs = ChartFolder.jobs(in: paths, label: folder, into: diagnostics)
    var drawer = try drawer(root: Self.confined(root), into: diagnostics)
    for job in jobs {
      let path = SitePath.join(folder, job.specification)
      let faults = DiagnosticCollector()
      drawer.options.name = Self.identifier(job.picture)
      let chart = drawer.draw(
        try DiskFile.read(path), path: path,
        folder: SitePath.join(inner, SitePath.folder(job.specification)), into: faults)
      diagnostics.add(faults.sorted)
      guard let chart else { continue }
      let picture = SitePath.join(pictures, job.picture)
      try DiskFile.makeFolders(SitePath.folder(picture))
      try DiskFile.replace(Array(text(of: chart).utf8), at: picture)
    }
  }

  /// Draws one specification; nil where it has errors.
  package func file(_ path: String, into diagnostics: DiagnosticCollector) throws -> String? {
    let bytes = try DiskFile.read(path)
    let root = root ?? (Self.path(of: path, below: ".") == nil ? nil : ".")
    let inner = root.flatMap { Self.path(of: path, below: $0) }
    if let root = self.root, inner == nil {
      throw FileError.refused(action: "read", path: path, reason: "it is not below \(root)")
    }
    let drawer = try drawer(root: root.map(Self.confined), into: diagnostics)
    let chart = drawer.draw(
      bytes, path: path, folder: inner.map(SitePath.folder) ?? "", into: diagnostics)
    return chart.map(text)
  }

  /// Draws a specification handed in as text, from standard input; `url` data is named from the root.
  package func text(_ bytes: [UInt8], into diagnostics: DiagnosticCollector) throws -> String? {
    let drawer = try drawer(root: Self.confined(root ?? "."), into: diagnostics)
    return drawer.draw(bytes, path: "<stdin>", folder: "", into: diagnostics).map(text)
  }

  private func text(of chart: RenderedChart) -> String {
    printsScene ? chart.sceneJSON : chart.svg
  }

  private func drawer(root: SiteFiles?, into diagnostics: DiagnosticCollector) throws -> ChartDrawer
  {
    var drawer = ChartDrawer(root: root)
    drawer.options.width = width
    for (name, file) in data {
      drawer.tables[name] = InferredTable.read(
        try DiskFile.read(file), path: file, into: diagnostics)
    }
    if let theme {
      let text = String(decoding: try DiskFile.read(theme), as: UTF8.self)
      if let config = YAMLReader.read(text, path: theme, into: diagnostics) {
        drawer.options.theme = ChartTheme(config: config)
      }
    }
    return drawer
  }

  /// The path of a file or folder below another, links worked out; nil where it is not below it.
  private static func path(of path: String, below root: String) -> String? {
    guard let real = DiskFile.realPath(path), let top = DiskFile.realPath(root) else { return nil }
    if real == top { return "" }
    let prefix = top.hasSuffix("/") ? top : top + "/"
    return real.hasPrefix(prefix) ? String(real.dropFirst(prefix.count)) : nil
  }

  /// The files of a folder of which none is read that a symbolic link leads out of it.
  private static func confined(_ root: String) -> SiteFiles {
    let files = SiteFiles.onDisk(root, label: root)
    return SiteFiles(label: root, list: files.list) { name in
      guard path(of: root + "/" + name, below: root) != nil else { throw FileError.notFound(name) }
      return try files.read(name)
    }
  }

  /// An id made of a picture's path: letters, digits and hyphens.
  private static func identifier(_ picture: String) -> String {
    let parts = picture.dropLast(4).utf8.map { byte -> Character in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        Character(Unicode.Scalar(byte))
      default: "-"
      }
    }
    return "c-" + String(parts)
  }
}
