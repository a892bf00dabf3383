import Diagnostics
import Testing

@testable import Charts

/// What each mark shows of its channels, and which way it runs.
@Suite("Channels of marks")
struct MarkChannelTests {
  private static let rows =
    #"[{"a":"A","b":28,"d":1},{"a":"B","b":55,"d":2},{"a":"C","b":43,"d":3}]"#

  @Test(
    "a channel that the mark does not show is a warning and has no legend",
    arguments: [
      ("line", "angle"), ("area", "strokeDash"), ("rect", "size"), ("arc", "shape"),
      ("bar", "angle"),
    ])
  func dropped(mark: String, channel: String) {
    let probe = ChartProbe(
      chart(
        "\"\(mark)\"",
        """
        "x":{"field":"d","type":"quantitative"},"y":{"field":"b","type":"quantitative"},\
        "\(channel)":{"field":"a","type":"nominal"}
        """, values: Self.rows))
    #expect(probe.errors.isEmpty)
    #expect(probe.diagnostics.map(\.id) == ["chart.unfit-channel"])
    #expect(probe.diagnostics.first?.summary.contains("`\(channel)`") == true)
    #expect(probe.texts("legend-label").isEmpty)
  }

  @Test("a channel of a layer is no fault where one of its marks shows it")
  func inherited() {
    let probe = ChartProbe(
      """
      {"data":{"values":\(Self.rows)},"encoding":{"x":{"field":"d","type":"quantitative"},
      "y":{"field":"b","type":"quantitative"},"shape":{"field":"a","type":"nominal"}},
      "layer":[{"mark":"point"},{"mark":"text"}]}
      """)
    #expect(probe.diagnostics.isEmpty)
    #expect(probe.texts("legend-label") == ["A", "B", "C"])
  }

  @Test("an offset needs bands")
  func offset() {
    let probe = ChartProbe(
      chart(
        "\"point\"",
        #""x":{"field":"d","type":"quantitative"},"xOffset":{"field":"a","type":"nominal"}"#,
        values: Self.rows))
    #expect(probe.diagnostics.map(\.id) == ["chart.unfit-channel"])
  }

  @Test("the stroke of a mark's definition goes before the channel of the colour")
  func writtenStroke() {
    let probe = ChartProbe(
      chart(
        #"{"type":"line","stroke":"red"}"#,
        """
        "x":{"field":"d","type":"quantitative"},"y":{"field":"b","type":"quantitative"},\
        "color":{"datum":"k"}
        """, values: Self.rows))
    #expect(probe.paths.first?.style.stroke == Paint(css: "red"))
  }

  @Test("a line is as wide as its size says")
  func lineWidth() {
    let probe = ChartProbe(
      chart(
        "\"line\"",
        """
        "x":{"field":"d","type":"quantitative"},"y":{"field":"b","type":"quantitative"},\
        "size":{"value":7}
        """, values: Self.rows))
    #expect(probe.paths.first?.style.strokeWidth == 7)
  }

  @Test("lines run in the order of their places, whatever the order of the domain")
  func pathOrder() {
    let probe = ChartProbe(
      chart(
        "\"line\"",
        #""x":{"field":"a","type":"nominal","sort":"descending"},"y":{"field":"b","type":"quantitative"}"#,
        values: Self.rows))
    let places = probe.paths.first?.path.commands.compactMap { command -> Double? in
      switch command {
      case .move(let point), .line(let point): point.x
      default: nil
      }
    }
    #expect(places == [10, 30, 50])
  }

  @Test("two amounts leave a trail upright, and two names an area without breadth")
  func orientation() {
    func channel(_ channel: Channel, _ type: Measurement) -> ChannelSpec {
      var spec = ChannelSpec(channel, field: "f")
      spec.type = type
      return spec
    }
    func orient(_ mark: MarkType, _ x: Measurement, _ y: Measurement) -> Orientation? {
      let encoding = TypedEncoding(
        EncodingSpec(channels: [channel(.x, x), channel(.y, y)]), types: [:])
      return Orientation.of(mark, encoding, specified: nil)
    }
    #expect(orient(.trail, .quantitative, .nominal) == .vertical)
    #expect(orient(.line, .quantitative, .nominal) == .horizontal)
    #expect(orient(.line, .nominal, .temporal) == .horizontal)
    #expect(orient(.area, .nominal, .ordinal) == nil)
    #expect(orient(.bar, .temporal, .temporal) == nil)
  }

  @Test("bars begin at the start of a domain without zero")
  func barStart() {
    let probe = ChartProbe(
      chart(
        "\"bar\"",
        #""x":{"field":"a","type":"nominal"},"y":{"field":"b","type":"quantitative","stack":null,"scale":{"domain":[-60,-20]}}"#,
        values: #"[{"a":"A","b":-30}]"#))
    #expect(probe.rects.first.map { $0.y + $0.height } == 300)
  }
}
