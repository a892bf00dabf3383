public import Diagnostics

/// A resource of a Data Package: a table with its schema, or another file.
public struct DataResource: Sendable {
  /// Several sources that give values for the same thing.
  public struct Vintages: Hashable, Sendable {
    /// The columns that say what is the same.
    public var same: [String]
    /// The column that tells the sources apart.
    public var by: String
    /// The columns of the values.
    public var values: [String]
    /// The sources in the order of preference.
    public var prefer: [String]
    /// How much two values may differ, relative to the larger.
    public var tolerance: Double
    /// The column of `same` that tells editions of one quantity apart, not periods: values are compared
    /// across it.
    public var editions: String?
    /// Where they are declared.
    public var location: SourceLocation?

    /// The columns that tell quantities apart when values are compared: `same` without `editions`.
    public var compared: [String] { same.filter { $0 != editions } }
  }

  /// The name, which is that of the table in queries.
  public var name: String
  /// The file, relative to the package.
  public var path: String
  /// The name for readers.
  public var title: String?
  /// More about it.
  public var description: String?
  /// Whether the file is a table: CSV.
  public var isTable: Bool
  /// How the file is written.
  public var dialect = CSVDialect()
  /// What the table holds; nil for other files and tables that nobody described.
  public var schema: TableSchema?
  /// Where the data come from.
  public var sources: [DataPackage.Source] = []
  /// On what terms they may be used.
  public var licenses: [DataPackage.License] = []
  /// How far the values are known, for fields that do not say.
  public var status: StatusRule?
  /// The column that says when a row holds.
  public var period: String?
  /// The column that says where a row holds.
  public var place: String?
  /// Where all rows hold, for a table without such a column.
  public var places: [String] = []
  /// Several sources for the same.
  public var vintages: Vintages?
  /// How often the data are replaced; nil takes that of the package.
  public var updateEvery: UpdateInterval?
  /// The size of the file, where it is declared.
  public var bytes: Int?
  /// Where the resource is described.
  public var location: SourceLocation?

  /// A resource.
  public init(name: String, path: String, isTable: Bool = true, schema: TableSchema? = nil) {
    self.name = name
    self.path = path
    self.isTable = isTable
    self.schema = schema
  }
}
