import Diagnostics
import Documents

/// Builds the model of a chart from its normalized specification.
struct ModelBuilder {
  let config: Config
  let context: SpecContext
  let options: ChartOptions
  let sources: DataSources

  /// What a view inherits from those around it.
  struct Scope {
    var table = ChartTable()
    var facts = ColumnFacts()
    var environment = ExpressionEnvironment()
    /// What tells the rows from those of other data and other transforms.
    var source = RowSource()
    /// The rows of all plots of a facet around the view: what bins are reckoned from.
    var facetTable: ChartTable?
    /// The parameters of the view and of those around it.
    var params: [ParameterSpec] = []
    /// Whether the rows are those of a view around: no data is named yet otherwise.
    var hasData = false
    /// The columns whose texts have been read as dates.
    var dates: Set<String> = []
  }

  /// The model; nil where there is nothing to draw, which is reported.
  func build(_ root: ViewSpec, _ chart: ChartSpec) -> ChartModel? {
    var scope = Scope()
    scope.environment = Parameters.values(of: root, context)
    guard let node = view(root, scope) else { return nil }
    warnOfSorts(node)
    reportDropped(node.units)
    let page = PageRules(options: options, chart: chart, context: context)
    let resolver = GuideResolver(config: config, context: context, page: page)
    resolver.resolve(node)
    SizeRules(config: config, context: context, options: options).assign(node)
    return ChartModel(
      spec: chart, root: node, config: config, context: context, options: options,
      used: UsedColumns.of(node, sources), page: page)
  }

  /// Reports scales whose views ask for different orders.
  private func warnOfSorts(_ node: ViewNode) {
    for model in node.scales.values where DomainBuilder.sortsDisagree(model.domains) {
      context.warning(
        "sorts-disagree", at: model.units.first?.spec.range ?? node.spec.range,
        "views that share a scale ask for different orders", found: "`\(model.field ?? "")`",
        expected: "one `sort` for all of them", remedy: "the values stand in their own order")
    }
    node.children.forEach(warnOfSorts)
  }

  // MARK: views

  private func view(_ spec: ViewSpec, _ outer: Scope) -> ViewNode? {
    guard let scope = scope(spec, outer) else { return nil }
    let node: ViewNode?
    switch spec.content {
    case .unit(let mark): node = unit(spec, mark, scope)
    case .layer(let children):
      node = ViewNode(spec: spec, kind: .layer(children.compactMap { view($0, scope) }))
    case .concat(let children, let concat):
      node = ViewNode(spec: spec, kind: .concat(children.compactMap { view($0, scope) }, concat))
    case .facet(let facet, let child):
      guard let (inner, child) = beforeFacet(facet, child, scope) else { return nil }
      node = FacetBuilder(context: context).facet(
        spec, facet, inner, known: FacetBuilder.columns(after: child, facet, inner.facts)
      ) { view(child, $0) }
    }
    node?.environment = scope.environment
    if let node { ScaleResolver(context: context).resolve(node) }
    return node
  }

  /// The rows and parameters of a view: its own data or the inherited, through its transforms.
  private func scope(_ spec: ViewSpec, _ outer: Scope) -> Scope? {
    var scope = outer
    scope.params += spec.params
    if let data = spec.data {
      guard let found = sources.find(data) else { return nil }
      scope.table = found.table
      scope.facts = found.facts
      scope.hasData = true
      scope.source = RowSource(data: data.range.start)
      scope.facetTable = nil
      scope.dates = []
    }
    let dates = DateColumns.of(spec, types: scope.facts.types).subtracting(scope.dates)
    scope.table = DateColumns.read(dates, in: scope.table, years: scope.facts.years)
    scope.dates.formUnion(dates)
    if !spec.transforms.isEmpty {
      scope.source.transforms += spec.transforms
      let transforms = ViewTransforms(context: context, sources: sources)
      scope.table = transforms.apply(spec.transforms, to: scope.table, &scope.environment)
      scope.table = DateColumns.read(dates, in: scope.table, years: [])
    }
    return scope
  }

  /// What the child of a facet does with all rows, before they are parted: its transforms, which summarise
  /// by the facet's fields too.
  private func beforeFacet(_ facet: FacetSpec, _ child: ViewSpec, _ scope: Scope)
    -> (Scope, ViewSpec)?
  {
    guard child.data == nil else { return (scope, child) }
    var (first, rest) = (child, child)
    first.transforms = FacetBuilder.grouped(child.transforms, by: facet)
    rest.transforms = []
    guard var inner = self.scope(first, scope) else { return nil }
    inner.facetTable = scope.facetTable ?? inner.table
    inner.params = scope.params
    return (inner, rest)
  }

  private func unit(_ spec: ViewSpec, _ mark: MarkSpec, _ scope: Scope) -> ViewNode {
    let unit = UnitModel(spec: spec, mark: mark, config: config, columns: scope.facts)
    var table = scope.table
    if !scope.hasData, table.isEmpty {
      table.append(Array(repeating: .undefined, count: table.fields.count))
    }
    checkFields(unit, table)
    unit.environment = scope.environment
    unit.params = scope.params
    sources.select(scope.params, from: scope.table, scope.environment)
    let environment = TransformEnvironment(expressions: scope.environment)
    EncodingFlow(
      unit: unit, environment: environment, context: context, binTable: scope.facetTable
    ).run(table)
    unit.source = scope.source
    unit.source.fields = unit.table.fields.filter { !$0.hasPrefix("__if") }
    let node = ViewNode(spec: spec, kind: .unit(unit))
    warn(unit)
    ScaleRules(config: config, context: context, options: options).addScales(to: node, unit)
    return node
  }

  /// Reports what is drawn as written though it hardly can be meant.
  private func warn(_ unit: UnitModel) {
    let sums: Set<AggregateSpec> = Set(
      ["count", "sum", "distinct", "valid", "missing"].map(AggregateSpec.named))
    if let stack = unit.stack, !stack.stackBy.isEmpty, let spec = unit.encoding[stack.channel],
      let aggregate = spec.aggregate, !sums.contains(aggregate)
    {
      context.warning(
        "stack-no-sum", at: spec.range, "amounts are stacked that do not add up",
        found: "the aggregate of `\(spec.field ?? "")`", expected: "a sum or a count",
        remedy: "add `stack: null`")
    }
    guard unit.mark.type == .geoshape, unit.spec.projection?.string("type") != "identity",
      GlobeShare.largest(of: MapProjection.shapes(unit)) > 0.5
    else { return }
    context.warning(
      "wide-polygon", at: unit.spec.range, "a polygon covers more than half of the globe",
      remedy: "let outer rings run clockwise and holes the other way round")
  }

  /// Reports the channels that no mark they are written for shows.
  private func reportDropped(_ units: [UnitModel]) {
    guard units.contains(where: { !$0.dropped.isEmpty }) else { return }
    var known = Set(units.flatMap { $0.encoding.channels.map(\.range) })
    for dropped in units.flatMap(\.dropped) where known.insert(dropped.spec.range).inserted {
      context.warning("unfit-channel", at: dropped.spec.range, dropped.reason)
    }
  }

  /// Reports channels that name a column that the data does not have.
  private func checkFields(_ unit: UnitModel, _ table: ChartTable) {
    guard !table.isEmpty, !table.fields.isEmpty else { return }
    for spec in unit.encoding.channels.flatMap({ [$0] + $0.conditions.map(\.definition) }) {
      if spec.type == .geojson { continue }
      guard let field = spec.field, field != "*", !table.accessor(field).isThere else {
        continue
      }
      context.unknown("unknown-field", at: spec.fieldRange, "field", field, among: table.fields)
    }
  }
}
