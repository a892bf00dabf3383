/// Joins the pieces of cut rings to rings again, along the edge that cut them (d3-geo: `clipRejoin`, a
/// variant of Greiner and Hormann's algorithm).
enum ClipRejoin {
  private struct Intersection {
    var place: GeoPoint
    var points: [ClipPoint]
    var other = 0
    var isEntry: Bool
    var isVisited = false
    var next = 0
    var previous = 0
  }

  static func join(
    _ segments: [[ClipPoint]], isStartInside: Bool, compare: (GeoPoint, GeoPoint) -> Bool,
    interpolate: (GeoPoint?, GeoPoint?, Double, (GeoPoint) -> Void) -> Void, _ sink: any GeoStream
  ) {
    var nodes: [Intersection] = []
    var subject: [Int] = []
    var clip: [Int] = []
    func add(_ place: GeoPoint, _ points: [ClipPoint], isEntry: Bool) {
      let index = nodes.count
      nodes.append(Intersection(place: place, points: points, other: index + 1, isEntry: isEntry))
      nodes.append(Intersection(place: place, points: [], other: index, isEntry: !isEntry))
      subject.append(index)
      clip.append(index + 1)
    }
    for segment in segments {
      guard segment.count > 1, let first = segment.first, var last = segment.last else { continue }
      if first.place.isClose(to: last.place) {
        if first.mark == 0, last.mark == 0 {
          sink.lineStart()
          for point in segment.dropLast() { sink.point(point.place.x, point.place.y) }
          sink.lineEnd()
          continue
        }
        last.place.x += 2 * Geo.epsilon
      }
      let points = segment.dropLast() + [last]
      add(first.place, Array(points), isEntry: true)
      add(last.place, Array(points), isEntry: false)
    }
    guard !subject.isEmpty else { return }
    clip = clip.stablySorted { a, b in
      compare(nodes[a].place, nodes[b].place) ? -1 : compare(nodes[b].place, nodes[a].place) ? 1 : 0
    }
    link(subject, &nodes)
    link(clip, &nodes)
    var isInside = isStartInside
    for index in clip {
      isInside.toggle()
      nodes[index].isEntry = isInside
    }
    for start in subject where !nodes[start].isVisited {
      trace(from: start, &nodes, interpolate, sink)
    }
  }

  /// Walks one ring: along the pieces inside, along the edge between them.
  private static func trace(
    from start: Int, _ nodes: inout [Intersection],
    _ interpolate: (GeoPoint?, GeoPoint?, Double, (GeoPoint) -> Void) -> Void,
    _ sink: any GeoStream
  ) {
    var current = start
    var isSubject = true
    sink.lineStart()
    repeat {
      nodes[current].isVisited = true
      nodes[nodes[current].other].isVisited = true
      let node = nodes[current]
      let isForward = node.isEntry
      let following = isForward ? node.next : node.previous
      if isSubject {
        let points = isForward ? node.points : nodes[following].points.reversed()
        for point in points { sink.point(point.place.x, point.place.y) }
      } else {
        interpolate(node.place, nodes[following].place, isForward ? 1 : -1) {
          sink.point($0.x, $0.y)
        }
      }
      current = nodes[following].other
      isSubject.toggle()
    } while !nodes[current].isVisited
    sink.lineEnd()
  }

  private static func link(_ order: [Int], _ nodes: inout [Intersection]) {
    for (place, index) in order.enumerated() {
      let next = order[(place + 1) % order.count]
      nodes[index].next = next
      nodes[next].previous = index
    }
  }
}
