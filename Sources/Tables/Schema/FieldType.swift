/// The types of Table Schema.
public enum FieldType: String, Hashable, Sendable, CaseIterable {
  /// Text.
  case string
  /// A number.
  case number
  /// A whole number.
  case integer
  /// True or false.
  case boolean
  /// A JSON object.
  case object
  /// A JSON list.
  case array
  /// Values with a delimiter between them.
  case list
  /// A date and time.
  case datetime
  /// A date.
  case date
  /// A time of day.
  case time
  /// A year.
  case year
  /// A month of a year.
  case yearmonth
  /// A duration.
  case duration
  /// Longitude and latitude.
  case geopoint
  /// A GeoJSON object.
  case geojson
  /// Anything.
  case any

  /// The type of the column that holds the values; JSON stays text.
  public var columnType: ColumnType {
    switch self {
    case .string, .object, .array, .list, .geopoint, .geojson: .string
    case .number: .number
    case .integer: .integer
    case .boolean: .boolean
    case .datetime: .datetime
    case .date: .date
    case .time: .time
    case .year: .year
    case .yearmonth: .yearmonth
    case .duration: .duration
    case .any: .any
    }
  }

  /// The words that `format` may be, besides a pattern; empty where it is for display only.
  var formats: [String] {
    switch self {
    case .string: ["default", "email", "uri", "binary", "uuid"]
    case .date, .time, .datetime: ["default", "any"]
    case .geopoint: ["default", "array", "object"]
    case .geojson: ["default", "topojson"]
    case .object, .array, .list, .duration, .any: ["default"]
    case .number, .integer, .boolean, .year, .yearmonth: []
    }
  }

  /// Whether minimum and maximum can be asked of the values.
  var isOrdered: Bool {
    switch self {
    case .number, .integer, .datetime, .date, .time, .year, .yearmonth, .duration: true
    default: false
    }
  }

  /// Whether the values have a length.
  var hasLength: Bool {
    switch self {
    case .string, .array, .list, .object: true
    default: false
    }
  }
}
