import Tables
import Testing

@testable import Charts

/// Marks of values that are not plainly reported, in the scene.
@Suite("Statuses in marks")
struct StatusMarkTests {
  /// Rows of a country, a year, a value and its status; nil for a value that is not known.
  private func table(_ rows: [(Double?, DataStatus)]) -> DataTable {
    DataTable(
      columns: [
        DataColumn("country", .string), DataColumn("year", .year), DataColumn("kt", .number),
        DataColumn("kt_status", .string),
      ],
      rows: rows.enumerated().map { place, row in
        [
          .text("C\(place)"), .integer(2018 + place), row.0.map(DataValue.number) ?? .null,
          .text(row.1.word),
        ]
      })
  }

  private func draw(_ mark: String, _ rows: [(Double?, DataStatus)], y: String = "kt") -> ChartProbe
  {
    let x =
      mark == "bar"
      ? #""field":"country","type":"nominal""# : #""field":"year","type":"temporal""#
    return ChartProbe(
      #"{"data":{"name":"t"},"mark":"\#(mark)","encoding":{"x":{\#(x)},"y":{"field":"\#(y)"}}}"#,
      data: ["t": table(rows)], options: ChartOptions(mode: .page(.wide), theme: .page(.wide)))
  }

  @Test("reported values are plain", arguments: ["bar", "point", "line"])
  func reported(mark: String) {
    let probe = draw(mark, [(1, .reported), (2, .reported)])
    let styles = probe.rects.map(\.style) + probe.paths.map(\.style)
    #expect(!styles.isEmpty)
    for style in styles {
      #expect(style.strokeDash.isEmpty && (style.fill ?? style.stroke) == .token(.s1))
    }
    #expect(probe.chart?.statuses == [])
  }

  @Test(
    "estimated bars are hatched with an outline", arguments: [DataStatus.estimated, .ownEstimate])
  func hatched(status: DataStatus) {
    let rects = draw("bar", [(1, .reported), (2, status)]).rects
    #expect(rects.map(\.style.fill) == [.token(.s1), .hatch(Hatch(color: .token(.s1)))])
    #expect(rects.map(\.style.stroke) == [nil, .token(.s1)])
  }

  @Test("the stretches of a line beside an estimate are dashed, with flat ends")
  func dashed() {
    let pieces = draw("line", [(1, .reported), (2, .reported), (3, .estimated), (4, .reported)])
      .paths
    #expect(pieces.map(\.style.strokeDash) == [[], StatusPaint.dash])
    #expect(pieces.map(\.style.strokeCap) == [.round, .butt])
    // The second piece begins where the first one ends.
    #expect(pieces.count == 2 && pieces[0].path.bounds.x2 == pieces[1].path.bounds.x1)
  }

  @Test("estimated points are finely hatched in their outline, provisional ones hollow")
  func points() throws {
    let points = draw("point", [(1, .reported), (2, .estimated), (3, .provisional)]).paths
    try #require(points.count == 3)
    #expect(points[0].style.fill == .token(.s1) && points[2].style.fill == .token(.paper))
    guard case .hatch(let hatch) = points[1].style.fill else {
      Issue.record("an estimated point is not hatched")
      return
    }
    #expect(hatch.color == .token(.s1) && hatch.spacing < Hatch(color: .token(.s1)).spacing)
    #expect(points.dropFirst().allSatisfy { $0.style.stroke == .token(.s1) })
  }

  @Test("provisional and revised bars are hollow", arguments: [DataStatus.provisional, .revised])
  func hollow(status: DataStatus) {
    let rect = draw("bar", [(1, status)]).rects.first
    #expect(rect?.style.fill == .token(.paper) && rect?.style.stroke == .token(.s1))
    #expect(rect?.style.strokeDash == [])
  }

  @Test("the bar of a lower bound has an open end: its sides run on without a line across")
  func openBar() throws {
    let nodes = draw("bar", [(10, .reported), (10, .lowerBound)]).marks("rect")
    let rects = nodes.compactMap { if case .rect(let rect) = $0 { rect } else { nil } }
    let sides = nodes.compactMap { if case .path(let path) = $0 { path } else { nil } }
    try #require(rects.count == 2 && sides.count == 2)
    #expect(rects[1].height == rects[0].height - 10 && rects[1].style.fill == .token(.s1))
    for side in sides {
      let box = side.path.bounds
      #expect(box.width == 0 && box.y1 == rects[0].y && box.y2 == rects[1].y)
      #expect(side.style.fill == nil && side.style.stroke == .token(.s1))
    }
  }

  @Test("the point of a lower bound has an open end towards larger values")
  func openPoint() throws {
    let nodes = draw("point", [(1, .reported), (2, .lowerBound)]).marks("symbol")
    let rules = nodes.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
    let rule = try #require(rules.first)
    #expect(rules.count == 1 && rule.to.y < rule.from.y && rule.to.x == rule.from.x)
  }

  @Test(
    "withheld and unknown bars are gaps with their mark",
    arguments: [DataStatus.withheld, .unknown])
  func gaps(status: DataStatus) throws {
    let probe = draw("bar", [(10, .reported), (nil, status)])
    let texts = probe.marks("rect").compactMap {
      if case .text(let text) = $0 { text } else { nil }
    }
    let text = try #require(texts.first)
    #expect(probe.rects.count == 1 && texts.count == 1)
    #expect(text.lines == [try #require(status.mark)])
    let rect = try #require(probe.rects.first)
    #expect(text.position.y == rect.y + rect.height - 4)
  }

  @Test("what cannot be is a gap without a word")
  func notApplicable() {
    let nodes = draw("bar", [(10, .reported), (nil, .notApplicable)]).marks("rect")
    #expect(nodes.count == 1)
  }

  @Test("a line has a gap where its value is withheld")
  func lineGap() {
    let paths = draw(
      "line", [(1, .reported), (2, .reported), (nil, .withheld), (4, .reported), (5, .reported)]
    ).paths
    let moves = paths.flatMap(\.path.commands).filter { if case .move = $0 { true } else { false } }
    #expect(moves.count == 2)
  }

  @Test("the statuses that marks show are told, the worst first")
  func statuses() {
    let probe = draw("bar", [(1, .provisional), (2, .estimated), (nil, .withheld), (3, .reported)])
    #expect(probe.chart?.statuses == [.withheld, .estimated, .provisional])
    let plain = ChartProbe(
      #"{"data":{"name":"t"},"mark":"bar","encoding":{"x":{"field":"country"},"y":{"field":"kt"}}}"#,
      data: ["t": table([(1, .estimated)])])
    #expect(plain.chart?.statuses == [])
  }

  @Test("measures along x have their statuses too")
  func horizontal() throws {
    let probe = ChartProbe(
      #"{"data":{"name":"t"},"mark":"bar","encoding":{"y":{"field":"country"},"x":{"field":"kt"}}}"#,
      data: ["t": table([(10, .reported), (10, .lowerBound), (nil, .unknown)])],
      options: ChartOptions(mode: .page(.wide), theme: .page(.wide)))
    #expect(probe.rects.count == 2 && probe.rects[1].width == probe.rects[0].width - 10)
    #expect(probe.rects[1].x == probe.rects[0].x)
    let texts = probe.marks("rect").compactMap {
      if case .text(let text) = $0 { text } else { nil }
    }
    #expect(texts.map(\.lines) == [["[x]"]] && texts.first?.position.x == probe.rects[0].x + 4)
  }
}
