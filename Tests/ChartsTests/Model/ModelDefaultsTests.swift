import Diagnostics
import Documents
import Testing

@testable import Charts

/// Types, orientations and scales where the author writes none.
@Suite("Chosen values")
struct ModelDefaultsTests {
  private func encoding(_ channels: [ChannelSpec]) -> TypedEncoding {
    TypedEncoding(EncodingSpec(channels: channels), types: [:])
  }

  private func channel(_ channel: Channel, _ field: String = "f", _ type: Measurement? = nil)
    -> ChannelSpec
  {
    var spec = ChannelSpec(channel, field: field)
    spec.type = type
    return spec
  }

  @Test("a field without a type is nominal")
  func nominal() { #expect(encoding([channel(.x)])[.x]?.type == .nominal) }

  @Test("an aggregate is quantitative, argmin is not")
  func aggregates() {
    var spec = channel(.y)
    spec.aggregate = .named("sum")
    #expect(encoding([spec])[.y]?.type == .quantitative)
    spec.aggregate = .argmin(by: "g")
    #expect(encoding([spec])[.y]?.type == .nominal)
  }

  @Test("a time unit is temporal, bins are quantitative, a sorted list ordinal")
  func derivedTypes() {
    var spec = channel(.x)
    spec.timeUnit = TimeUnitSpec(unit: TimeUnit([.year]))
    #expect(encoding([spec])[.x]?.type == .temporal)
    spec.timeUnit = nil
    spec.bin = .computed
    #expect(encoding([spec])[.x]?.type == .quantitative)
    spec.bin = nil
    spec.sort = .values([])
    #expect(encoding([spec])[.x]?.type == .ordinal)
  }

  @Test(
    "columns of a table declare types",
    arguments: [("year", Measurement.temporal), ("n", .quantitative)])
  func declared(field: String, type: Measurement) {
    let typed = TypedEncoding(
      EncodingSpec(channels: [channel(.x, field)]), types: ["year": .temporal, "n": .quantitative])
    #expect(typed[.x]?.type == type)
  }

  @Test("second positions are measured as the first")
  func secondPositions() {
    let typed = encoding([channel(.x, "a", .temporal), channel(.x2, "b")])
    #expect(typed[.x2]?.type == .temporal)
  }

  @Test("bars stand upright on names and lie beside them")
  func barOrientation() {
    let upright = encoding([channel(.x, "a", .nominal), channel(.y, "b", .quantitative)])
    let lying = encoding([channel(.y, "a", .nominal), channel(.x, "b", .quantitative)])
    #expect(Orientation.of(.bar, upright, specified: nil) == .vertical)
    #expect(Orientation.of(.bar, lying, specified: nil) == .horizontal)
  }

  @Test("a tick lies across its value")
  func tickOrientation() {
    let typed = encoding([channel(.y, "a", .nominal), channel(.x, "b", .quantitative)])
    #expect(Orientation.of(.tick, typed, specified: nil) == .vertical)
  }

  @Test("only marks without a second position are stacked")
  func stacking() {
    let plain = [channel(.x, "a", .nominal), channel(.y, "b", .quantitative)]
    #expect(StackModel(.bar, encoding(plain), orient: .vertical)?.channel == .y)
    #expect(StackModel(.point, encoding(plain), orient: nil) == nil)
    #expect(
      StackModel(.bar, encoding(plain + [channel(.y2, "c")]), orient: .vertical) == nil)
  }

  @Test("piles of a logarithmic scale are not stacked unless the author says so")
  func stackingOnLog() {
    var y = channel(.y, "b", .quantitative)
    y.scale = .given(Properties(["type": "log"]))
    #expect(StackModel(.bar, encoding([channel(.x, "a", .nominal), y]), orient: .vertical) == nil)
  }

  @Test("scale types follow channel and mark")
  func scaleTypes() {
    let x = channel(.x, "a", .nominal)
    #expect(ScaleType.standard(x, mark: .bar, hasRelativeSize: false, isNested: false) == .band)
    #expect(ScaleType.standard(x, mark: .point, hasRelativeSize: false, isNested: false) == .point)
    let color = channel(.color, "a", .quantitative)
    #expect(
      ScaleType.standard(color, mark: .point, hasRelativeSize: false, isNested: false) == .linear)
    let time = channel(.x, "a", .temporal)
    #expect(ScaleType.standard(time, mark: .line, hasRelativeSize: false, isNested: false) == .time)
  }

  @Test("band and point share a scale with time, names do not share one with amounts")
  func compatibleScales() {
    #expect(ScaleType.band.isCompatible(with: .time))
    #expect(!ScaleType.band.isCompatible(with: .linear))
    #expect(ScaleType.point.merged(with: .band) == .band)
  }

  @Test("before version 6 an axis is 200 pixels long")
  func olderSizes() {
    #expect(Config(author: nil, theme: nil, version: 5).number("view", "continuousWidth") == 200)
    #expect(Config(author: nil, theme: nil, version: 6).number("view", "continuousWidth") == 300)
  }

  @Test("the author's configuration lies over the theme's, and that over the defaults")
  func layersOfConfiguration() {
    let theme = Properties(["bar": .mapping(["color": "red", "binSpacing": 3])])
    let config = Config(
      author: .mapping(["bar": .mapping(["color": "green"])]),
      theme: .mapping(["bar": theme["bar"] ?? .null]), version: 6)
    #expect(config.properties("bar").string("color") == "green")
    #expect(config.number("bar", "binSpacing") == 3)
    #expect(config.number("bar", "continuousBandSize") == 5)
  }
}
