import Diagnostics
import Documents

/// One view of a specification: a mark, or views put together.
struct ViewSpec: Sendable {
  /// What the view is made of.
  indirect enum Content: Sendable {
    /// One mark.
    case unit(MarkSpec)
    /// Views on one another.
    case layer([ViewSpec])
    /// One view for each group of rows.
    case facet(FacetSpec, ViewSpec)
    /// Views side by side.
    case concat([ViewSpec], ConcatSpec)
  }

  var range: SourceRange = .start
  var name: String?
  var title: TitleSpec?
  var description: String?
  /// nil inherits the enclosing view's data.
  var data: DataSpec?
  var transforms: [DocumentNode] = []
  var params: [ParameterSpec] = []
  var width: SizeSpec?
  var height: SizeSpec?
  var encoding = EncodingSpec()
  var projection: Properties?
  /// The background of the plot.
  var view = Properties()
  var resolve = ResolveSpec()
  var content: Content
}

/// What a view draws, as written.
struct MarkSpec: Sendable {
  var type: MarkType
  var range: SourceRange
  var properties: Properties
}

/// How rows are parted into plots.
struct FacetSpec: Sendable {
  var row: ChannelSpec?
  var column: ChannelSpec?
  /// Plots in lines of `grid.columns`.
  var wrapped: ChannelSpec?
  var grid = GridSpec()

  /// The definition of one of the facet channels.
  subscript(channel: Channel) -> ChannelSpec? {
    switch channel {
    case .row: row
    case .column: column
    case .facet: wrapped
    default: nil
    }
  }
}

/// How views stand beside each other.
struct ConcatSpec: Sendable {
  /// The number of columns; nil for one row.
  var columns: Int?
  var grid = GridSpec()
  /// Whether the views are repetitions of one, with what each is called.
  var isRepeat = false
}

/// A length of a plot.
enum SizeSpec: Sendable, Equatable {
  case pixels(Double, SourceRange)
  /// Pixels for each value of the discrete scale; for the offset's values where there is one.
  case step(Double, forPosition: Bool, SourceRange)
  /// As wide as what holds it.
  case container(SourceRange)
}

/// A title or subtitle with its properties.
struct TitleSpec: Sendable {
  var properties: Properties
  var range: SourceRange

  var text: [String] { properties.lines("text") ?? [] }
  var subtitle: [String] { properties.lines("subtitle") ?? [] }
}

/// Where a view's rows come from.
struct DataSpec: Sendable {
  enum Source: Sendable {
    /// No rows.
    case none
    case values(DocumentNode)
    case url(String)
    case named(String)
    case sequence(DocumentNode)
    case graticule(DocumentNode)
    case sphere
  }

  var source: Source
  var range: SourceRange
  /// The mapping as written: format and name are read from it.
  var node: DocumentNode
  var format: DocumentNode?
}

/// A named value of the specification.
struct ParameterSpec: Sendable {
  var name: String
  var value: DocumentNode?
  var expression: String?
  /// How readers would select marks with it; nil for a plain value.
  var selection: SelectionSpec?
  var range: SourceRange
}

/// What a parameter selects.
struct SelectionSpec: Sendable {
  /// Whether it selects an interval rather than single marks.
  var isInterval: Bool
  /// The channels along which it selects; nil for the kind's own.
  var encodings: [Channel]?
  /// Whether moving it moves the scales.
  var bindsScales: Bool
  /// The paint of an interval's frame.
  var mark = Properties()
}

/// Which scales and guides of child views are shared.
struct ResolveSpec: Sendable {
  enum Rule: String, Sendable, CaseIterable {
    case shared, independent
  }

  var scale: ChannelMap<Rule> = [:]
  var axis: ChannelMap<Rule> = [:]
  var legend: ChannelMap<Rule> = [:]
}
