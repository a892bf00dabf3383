import Documents
import Tables

extension JSONWriter {
  /// Writes a member `licenses`, where there are any.
  mutating func member(licenses: [(name: String?, path: String?, title: String?)]) {
    guard !licenses.isEmpty else { return }
    member("licenses") { writer in
      writer.array { writer in
        for license in licenses {
          writer.object { writer in
            writer.member("name", ifPresent: license.name)
            writer.member("path", ifPresent: license.path)
            writer.member("title", ifPresent: license.title)
          }
        }
      }
    }
  }

  /// Writes a member `sources`, where there are any.
  mutating func member(sources: [DataPackage.Source]) {
    guard !sources.isEmpty else { return }
    member("sources") { writer in
      writer.array { writer in
        for source in sources {
          writer.object { writer in
            writer.member("title", ifPresent: source.title)
            writer.member("path", ifPresent: source.path)
            writer.member("email", ifPresent: source.email)
            writer.member("version", ifPresent: source.version)
          }
        }
      }
    }
  }

  /// Writes a member `unit` with symbol and name, where there is a unit.
  mutating func member(unit: DataUnit?) {
    guard let unit else { return }
    member("unit") { writer in
      writer.object { writer in
        writer.member("symbol", unit.symbol)
        writer.member("name", ifPresent: unit.name)
      }
    }
  }
}
