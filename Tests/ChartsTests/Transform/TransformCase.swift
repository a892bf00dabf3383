import Testing

/// A list of transforms, the fields that are looked at, and the rows that the reference gives for them.
struct TransformCase: CustomTestStringConvertible, Sendable {
  let transforms: String
  let fields: [String]
  let rows: [String]

  init(_ transforms: String, fields: String, rows: String) {
    self.transforms = transforms
    self.fields = fields.split(separator: " ").map(String.init)
    self.rows = rows.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var testDescription: String { transforms }

  /// The rows that all cases begin with.
  static let data = """
    [{"a": 3, "b": "x", "t": 1, "d": "2012-01-05"},
    {"a": 1, "b": "y", "t": 2, "d": "2012-02-10"},
    {"a": null, "b": "x", "t": 3, "d": "2012-02-20"},
    {"a": 7, "b": "y", "t": 4, "d": "2013-07-31"},
    {"a": 7, "b": "x", "t": 5, "d": "2013-12-31"},
    {"a": -2, "b": "x", "t": 6, "d": "2014-03-09"},
    {"a": 4.5, "b": "z", "t": 7, "d": "2014-03-15"}]
    """
}
