package import Diagnostics

/// The chart specifications of a folder, and the picture that each becomes.
package struct ChartFolder: Sendable {
  /// One specification and its picture.
  package struct Job: Sendable, Hashable {
    /// The specification's path below the folder.
    package var specification: String
    /// The picture's path below the folder of pictures.
    package var picture: String
  }

  /// The endings of specifications.
  package static let endings = [".vl.json", ".vl.yaml"]

  /// The pictures that the files of a folder ask for, in the order of the paths' bytes.
  ///
  /// `T1/bar.vl.json` becomes `T1/bar.svg`; a specification called `spec` takes its folder's name, so that
  /// `T1/bar/spec.vl.json` becomes `T1/bar.svg`. Two that would become one picture are an error.
  package static func jobs(
    in paths: some Sequence<String>, label: String, into diagnostics: DiagnosticCollector
  ) -> [Job] {
    var jobs: [Job] = []
    var makers: [String: String] = [:]
    for path in paths {
      guard let picture = picture(of: path) else { continue }
      if let other = makers[picture] {
        diagnostics.add(
          Diagnostic(
            .error, "chart.collision", at: SourceLocation(SitePath.join(label, path)),
            "two specifications make the same picture", found: "\(other) makes \(picture) too",
            remedy: "rename one of them"))
        continue
      }
      makers[picture] = path
      jobs.append(Job(specification: path, picture: picture))
    }
    return jobs
  }

  /// The picture of a specification; nil for other files.
  static func picture(of path: String) -> String? {
    guard let ending = endings.first(where: { path.hasSuffix($0) }) else { return nil }
    let stem = String(path.dropLast(ending.count))
    let name = SitePath.name(stem)
    if name.isEmpty { return nil }
    let folder = SitePath.folder(path)
    return (name == "spec" && !folder.isEmpty ? folder : stem) + ".svg"
  }
}
