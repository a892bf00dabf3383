public import Diagnostics

/// What a table holds: Table Schema.
public struct TableSchema: Sendable {
  /// How the fields and the columns of the file correspond.
  public enum FieldsMatch: String, Hashable, Sendable, CaseIterable {
    /// The same, in the same order.
    case exact
    /// The same, in any order.
    case equal
    /// Every field is a column; there may be more columns.
    case subset
    /// Every column is a field; there may be more fields.
    case superset
    /// At least one in common.
    case partial
  }

  /// A reference to rows of a table.
  public struct ForeignKey: Hashable, Sendable {
    /// The fields that refer.
    public var fields: [String]
    /// The resource referred to; empty for the same.
    public var resource: String
    /// Its fields, as many as `fields`.
    public var referenceFields: [String]
    /// Where it is declared.
    public var location: SourceLocation?

    /// A reference.
    public init(
      _ fields: [String], to resource: String, _ referenceFields: [String],
      location: SourceLocation? = nil
    ) {
      self.fields = fields
      self.resource = resource
      self.referenceFields = referenceFields
      self.location = location
    }
  }

  /// The fields in order.
  public var fields: [FieldSchema]
  /// How fields and columns correspond.
  public var fieldsMatch = FieldsMatch.exact
  /// The fields that tell rows apart; empty for none.
  public var primaryKey: [String] = []
  /// Further sets of fields that tell rows apart.
  public var uniqueKeys: [[String]] = []
  /// References to other tables.
  public var foreignKeys: [ForeignKey] = []
  /// The cells that mean no value.
  public var missingValues = [""]

  /// A schema without keys.
  public init(_ fields: [FieldSchema]) {
    self.fields = fields
  }

  /// The field of a name.
  public func field(_ name: String) -> FieldSchema? {
    fields.first { $0.name == name }
  }

  /// Whether any field declares how far its values are known.
  public var declaresStatus: Bool { fields.contains { $0.status != nil } }

  /// The status of a field's value in a row whose other cells `cell` gives: what its rule says, and
  /// for null what the field says of missing values, else unknown.
  public func status(
    of field: FieldSchema, value: DataValue, resource: StatusRule? = nil,
    cell: (String) -> DataValue
  ) -> DataStatus {
    let rule = field.status ?? resource
    var status = DataStatus.reported
    if let rule {
      if case .column(let name, _) = rule {
        let word = cell(name)
        status = rule.status(word: word.isNull ? nil : CSVWriter.cell(word))
      } else {
        status = rule.status(word: nil)
      }
    }
    guard value.isNull else { return status }
    if status.meansNoValue { return status }
    return switch field.missing {
    case .notApplicable: .notApplicable
    case .blank: .reported
    case nil: .unknown
    }
  }
}
