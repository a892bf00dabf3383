import Diagnostics
import Documents

/// Shapes out of TopoJSON: arcs that shapes share, as differences of whole numbers (topojson-client).
struct TopoJSON {
  /// How deep collections may nest.
  private static let depthLimit = 20

  private let arcs: [[GeoPoint]]
  private let transform: (scale: GeoPoint, offset: GeoPoint)?

  private init(_ node: DocumentNode) {
    func pair(_ key: String) -> GeoPoint? {
      let numbers = node["transform"]?[key]?.list?.compactMap(\.number) ?? []
      return numbers.count == 2 ? GeoPoint(numbers[0], numbers[1]) : nil
    }
    transform = pair("scale").flatMap { scale in pair("translate").map { (scale, $0) } }
    let transform = transform
    arcs = (node["arcs"]?.list ?? []).map { arc in
      var place = GeoPoint(0, 0)
      return (arc.list ?? []).compactMap { point in
        let numbers = point.list?.compactMap(\.number) ?? []
        guard numbers.count >= 2 else { return nil }
        guard let transform else { return GeoPoint(numbers[0], numbers[1]) }
        place = GeoPoint(place.x + numbers[0], place.y + numbers[1])
        return GeoPoint(
          place.x * transform.scale.x + transform.offset.x,
          place.y * transform.scale.y + transform.offset.y)
      }
    }
  }

  /// The features of the object that the format names, or its borders as one line.
  static func shapes(
    _ node: DocumentNode, format: DataFormat, path: String, into diagnostics: DiagnosticCollector
  ) -> [ChartValue]? {
    let name = format.feature ?? format.mesh ?? ""
    guard let object = node["objects"]?[name] else {
      let names = node["objects"]?.mapping?.keys ?? []
      let near = NearMiss.suggestion(for: name, among: names)
      diagnostics.add(
        Diagnostic(
          .error, "chart.topojson", at: SourceLocation(path, node.range),
          "the TopoJSON has no object `\(name)`", found: names.joined(separator: ", "),
          remedy: near.map { "did you mean `\($0)`?" }))
      return nil
    }
    let topology = TopoJSON(node)
    if format.mesh != nil { return [topology.mesh(object, format.meshFilter)] }
    let members = object["geometries"]?.list ?? [object]
    return members.map(topology.feature)
  }

  /// A geometry as a GeoJSON feature with its properties and id.
  private func feature(_ object: DocumentNode) -> ChartValue {
    var entries: [String: ChartValue] = [
      "type": "Feature", "properties": object["properties"].map { ChartValue($0) } ?? .record([:]),
      "geometry": geometry(object, depth: Self.depthLimit),
    ]
    for key in ["id", "bbox"] {
      if let node = object[key] { entries[key] = ChartValue(node) }
    }
    return .record(entries)
  }

  private func geometry(_ object: DocumentNode, depth: Int) -> ChartValue {
    guard depth > 0, let type = object["type"]?.string else { return .null }
    let parts = object["arcs"]?.list ?? []
    let coordinates: ChartValue
    switch type {
    case "GeometryCollection":
      let members = (object["geometries"]?.list ?? []).map { geometry($0, depth: depth - 1) }
      return .record(["type": .text(type), "geometries": .list(members)])
    case "Point": coordinates = place(object["coordinates"])
    case "MultiPoint":
      coordinates = .list((object["coordinates"]?.list ?? []).map { place($0) })
    case "LineString": coordinates = .list(line(parts))
    case "MultiLineString": coordinates = .list(parts.map { .list(line($0.list ?? [])) })
    case "Polygon": coordinates = .list(parts.map(ring))
    case "MultiPolygon":
      coordinates = .list(parts.map { .list(($0.list ?? []).map(ring)) })
    default: return .null
    }
    return .record(["type": .text(type), "coordinates": coordinates])
  }

  private func place(_ node: DocumentNode?) -> ChartValue {
    let numbers = node?.list?.compactMap(\.number) ?? []
    guard numbers.count >= 2 else { return .null }
    guard let transform else { return [.number(numbers[0]), .number(numbers[1])] }
    return [
      .number(numbers[0] * transform.scale.x + transform.offset.x),
      .number(numbers[1] * transform.scale.y + transform.offset.y),
    ]
  }

  private func ring(_ node: DocumentNode) -> ChartValue {
    var points = line(node.list ?? [])
    while points.count < 4, let first = points.first { points.append(first) }
    return .list(points)
  }

  /// The points of several arcs; where one begins, the other ended. A negative number, `~n`, is the arc
  /// `n` backwards.
  private func line(_ indexes: [DocumentNode]) -> [ChartValue] {
    var points: [GeoPoint] = []
    for index in indexes {
      guard let number = index.number, number.magnitude < 1e9 else { continue }
      let isBackward = number < 0
      let place = isBackward ? -Int(number) - 1 : Int(number)
      guard arcs.indices.contains(place) else { continue }
      if !points.isEmpty { points.removeLast() }
      points += isBackward ? arcs[place].reversed() : arcs[place]
    }
    return points.map { [.number($0.x), .number($0.y)] }
  }

  /// The arcs of all shapes of an object, each once, as lines.
  private func mesh(_ object: DocumentNode, _ filter: DataFormat.MeshFilter) -> ChartValue {
    var users: [Int: Set<Int>] = [:]
    var order: [Int] = []
    let members = object["geometries"]?.list ?? [object]
    for (shape, member) in members.enumerated() {
      for index in Self.arcIndexes(member, depth: Self.depthLimit)
      where arcs.indices.contains(index) {
        if users[index] == nil { order.append(index) }
        users[index, default: []].insert(shape)
      }
    }
    let lines = order.filter { index in
      switch filter {
      case .all: true
      case .interior: (users[index]?.count ?? 0) > 1
      case .exterior: users[index]?.count == 1
      }
    }
    let coordinates = lines.map { index in
      ChartValue.list(arcs[index].map { [.number($0.x), .number($0.y)] })
    }
    return .record(["type": "MultiLineString", "coordinates": .list(coordinates)])
  }

  private static func arcIndexes(_ node: DocumentNode, depth: Int) -> [Int] {
    if depth == 0 { return [] }
    let members = (node["geometries"]?.list ?? []).flatMap { arcIndexes($0, depth: depth - 1) }
    return members + (node["arcs"].map { flattened($0, depth: depth) } ?? [])
  }

  private static func flattened(_ node: DocumentNode, depth: Int) -> [Int] {
    if let number = node.number, number.magnitude < 1e9 {
      return [number < 0 ? -Int(number) - 1 : Int(number)]
    }
    return depth == 0 ? [] : (node.list ?? []).flatMap { flattened($0, depth: depth - 1) }
  }
}
