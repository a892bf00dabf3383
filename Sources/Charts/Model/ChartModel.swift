import Documents

/// A chart in which nothing is left to choose: views with rows, scales, axes, legends and sizes.
struct ChartModel {
  var spec: ChartSpec
  var root: ViewNode
  var config: Config
  var context: SpecContext
  var options: ChartOptions
  /// The tables that were handed in and are drawn, with the columns that are used.
  var used: [RenderedChart.UsedData]
  /// The rules of pages; nil for pictures of their own.
  var page: PageRules?

  /// What texts are measured with.
  var metrics: TextMetrics { options.theme?.metrics ?? TextMetrics() }
}
