public import Diagnostics
public import Documents
public import Tables

/// Draws charts: a Vega-Lite specification and tables in, a picture out.
public enum Chart {
  /// Draws a specification, or reports what is wrong with it.
  ///
  /// `path` is the file that diagnostics name, `data` the tables that `data: {"name": …}` may ask for.
  /// Two drawings of one chart are two calls. nil where there is an error; warnings leave a picture.
  public static func render(
    _ spec: DocumentNode, path: String, data: [String: DataTable], options: ChartOptions,
    into diagnostics: DiagnosticCollector
  ) -> RenderedChart? {
    let collector = DiagnosticCollector()
    defer { diagnostics.add(collector.sorted) }
    let context = SpecContext(path: path, collector: collector)

    // 1. The specification as written, checked word by word.
    let resolved = ParameterSubstitution.resolved(spec, context)
    guard let chart = ChartSpec(resolved, context), !collector.hasErrors else { return nil }

    // 2. Defaults, theme and author's configuration in one; what is written short, written out.
    let config = Config(
      author: chart.config, theme: options.theme?.config, version: chart.version)
    let root = Normalizer(config: config, context: context).normalize(chart.root)

    // 3. Rows through transforms, channels to scales: the model, in which nothing is left to choose.
    let sources = DataSources(
      tables: data, datasets: chart.datasets, load: options.load, context: context)
    let builder = ModelBuilder(
      config: config, context: context, options: options, sources: sources)
    guard let model = builder.build(root, chart), !collector.hasErrors else { return nil }

    // 4. Marks, axes, legends and titles at their places.
    let scene = PageFit.scene(of: model)
    guard !collector.hasErrors else { return nil }

    // 5. The picture in words and in SVG.
    return Drawing(model: model, scene: scene, options: options).rendered()
  }

  /// Checks a specification without drawing it: everything `render` reports that does not need data.
  public static func check(
    _ spec: DocumentNode, path: String, into diagnostics: DiagnosticCollector
  ) {
    _ = ChartSpec(spec, SpecContext(path: path, collector: diagnostics))
  }
}
