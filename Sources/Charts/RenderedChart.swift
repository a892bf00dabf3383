public import Tables

/// A chart as it is drawn, with what a page says around it.
public struct RenderedChart: Sendable {
  /// One table that the chart draws.
  public struct UsedData: Sendable, Hashable {
    /// The name under which it was handed in.
    public var name: String
    /// The columns that the chart uses, in the table's order.
    public var columns: [String]
    /// Those of them that no channel takes as amounts or times: their numbers, such as years, are names.
    public var discreteColumns: Set<String>
  }

  /// The picture.
  public var svg: String
  /// The width of the picture in pixels.
  public var width: Double
  /// The height of the picture in pixels.
  public var height: Double
  /// The title's text, drawn or not; nil for none.
  public var title: String?
  /// The subtitle's text, drawn or not; nil for none.
  public var subtitle: String?
  /// What the chart shows, in sentences: the author's words, or composed from the data.
  public var description: String
  /// The tables that were handed in and drawn.
  public var data: [UsedData]
  /// Whether the series are named beside their lines, so that there is no legend for them.
  public var hasDirectLabels: Bool
  /// Whether there is a legend.
  public var hasLegend: Bool
  /// The statuses other than reported that the marks show, worst first.
  public var statuses: [DataStatus]
  /// The finished picture before it is written.
  var scene: Scene

  /// The finished picture as JSON: its nodes with what is set in them, for tests and for the curious.
  public var sceneJSON: String { SceneJSON.text(scene) }
}
