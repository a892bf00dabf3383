import Diagnostics
import Documents

/// Where rows come from: what tells them from those of other data, other transforms or other aggregates.
struct RowSource: Equatable {
  /// The place of the data's definition.
  var data = SourcePosition.start
  /// The transforms that the rows have passed, wherever they are written.
  var transforms: [DocumentNode] = []
  /// The columns that the rows have now.
  var fields: [String] = []

  static func == (a: RowSource, b: RowSource) -> Bool {
    a.data == b.data && a.fields == b.fields && a.transforms.count == b.transforms.count
      && zip(a.transforms, b.transforms).allSatisfy { $0.hasSameContent(as: $1) }
  }
}
