import Charts
import Testing

@Suite("Colour schemes")
struct ColorSchemeTests {
  @Test(
    "ramps have the reference's colours",
    arguments: [
      (
        "blues",
        ["rgb(207, 225, 242)", "rgb(143, 193, 222)", "rgb(41, 120, 184)", "rgb(10, 74, 144)"]
      ),
      ("viridis", ["rgb(68, 1, 84)", "rgb(53, 96, 141)", "rgb(93, 201, 99)", "rgb(253, 231, 37)"]),
      (
        "redBlue",
        ["rgb(140, 13, 37)", "rgb(244, 174, 145)", "rgb(125, 182, 214)", "rgb(19, 75, 133)"]
      ),
      (
        "rainbow",
        ["rgb(110, 64, 170)", "rgb(255, 120, 71)", "rgb(27, 199, 194)", "rgb(110, 64, 170)"]
      ),
      (
        "darkmulti",
        ["rgb(55, 55, 55)", "rgb(26, 116, 139)", "rgb(202, 219, 32)", "rgb(255, 255, 255)"]
      ),
    ])
  func ramps(_ name: String, _ expected: [String]) throws {
    let scheme = try #require(ColorScheme(named: name))
    let scale = ColorScale(domain: [0, 10], ramp: scheme.ramp())
    #expect([0, 3, 7.5, 10].map { scale.color($0)?.css } == expected)
  }

  @Test("an extent takes a part of the ramp, and a reversal turns it")
  func extent() throws {
    let scheme = try #require(ColorScheme(named: "spectral"))
    let part = scheme.ramp(extent: 0.2...0.8)
    let expected = [
      "rgb(240, 112, 74)", "rgb(254, 211, 133)", "rgb(196, 232, 162)", "rgb(105, 189, 169)",
    ]
    #expect([0, 0.3, 0.75, 1].map { part($0).css } == expected)
    #expect(scheme.ramp(extent: 0.2...0.8, isReversed: true)(1).css == expected[0])
  }

  @Test("a ramp is sampled inside of its ends")
  func samples() throws {
    let expected = ["rgb(156, 200, 226)", "rgb(91, 163, 207)", "rgb(41, 120, 184)"]
    #expect(try #require(ColorScheme(named: "blues")).samples(3).map(\.css) == expected)
  }

  @Test("a list of colours is cut to the number wanted")
  func categorical() throws {
    let scheme = try #require(ColorScheme(named: "tableau10"))
    #expect(scheme.samples(2).map(\.hex) == ["#4c78a8", "#f58518"])
    #expect(scheme.samples(nil).count == 10)
  }

  @Test("a diverging scale has the middle of the ramp at the middle of its domain")
  func diverging() throws {
    let scheme = try #require(ColorScheme(named: "redblue"))
    let scale = ColorScale(domain: [0, 2, 10], ramp: scheme.ramp())
    let expected = [
      "rgb(140, 13, 37)", "rgb(234, 145, 120)", "rgb(242, 239, 238)", "rgb(125, 182, 214)",
    ]
    #expect([0, 1, 2, 6].map { scale.color($0)?.css } == expected)
  }

  @Test("a logarithmic colour scale bends its domain")
  func logarithmic() throws {
    let scheme = try #require(ColorScheme(named: "greens"))
    let scale = ColorScale(.log(base: 10), domain: [1, 100], ramp: scheme.ramp())
    let expected = ["rgb(211, 238, 205)", "rgb(96, 186, 108)", "rgb(23, 128, 60)"]
    #expect([1, 10, 50].map { scale.color($0)?.css } == expected)
  }

  @Test("every scheme has its colours", arguments: ColorScheme.names)
  func all(_ name: String) throws {
    let scheme = try #require(ColorScheme(named: name))
    #expect(scheme.colors.count >= 7)
    #expect(Set(scheme.colors).count >= 7)
  }

  @Test("an unknown name is no scheme")
  func unknown() {
    #expect(ColorScheme(named: "blue") == nil)
    #expect(ColorScheme.names.count == 66)
  }
}
