import Charts
import Testing

@Suite("Colours")
struct ColorTests {
  @Test(
    "notations of CSS are read",
    arguments: [
      ("red", "rgb(255, 0, 0)"), ("SteelBlue", "rgb(70, 130, 180)"),
      ("#4c78a8", "rgb(76, 120, 168)"),
      ("#abc", "rgb(170, 187, 204)"), ("rgb(1, 2, 3)", "rgb(1, 2, 3)"),
      ("rgba(1,2,3,0.5)", "rgba(1, 2, 3, 0.5)"), ("rgb(100%, 50%, 0%)", "rgb(255, 128, 0)"),
      ("hsl(120, 100%, 50%)", "rgb(0, 255, 0)"),
      ("hsla(0deg 100% 50% / 25%)", "rgba(255, 0, 0, 0.25)"),
      ("transparent", "rgba(0, 0, 0, 0)"), (" #ABCDEF ", "rgb(171, 205, 239)"),
      ("rebeccapurple", "rgb(102, 51, 153)"), ("#ff000080", "rgba(255, 0, 0, 0.5019607843137255)"),
    ])
  func notations(_ text: String, _ expected: String) {
    #expect(ChartColor(css: text)?.css == expected)
  }

  @Test(
    "what is no colour is none",
    arguments: [
      "", "#12", "#12345", "#ggg", "rgb(1,2)", "rgb(a,b,c)", "hsl(1,2,3)", "bluish", "url(#x)",
      "rgb(1,2,3",
    ])
  func noColors(_ text: String) {
    #expect(ChartColor(css: text) == nil)
  }

  @Test("colours are written in hexadecimal")
  func hexadecimal() {
    #expect(ChartColor(css: "steelblue")?.hex == "#4682b4")
    #expect(ChartColor(red: 300, green: -5, blue: .nan).hex == "#ff0000")
    #expect(ChartColor(css: "rgba(0,0,0,0.5)")?.hex == "#00000080")
  }

  @Test("black on white has the greatest contrast")
  func contrast() {
    #expect(ChartColor(hex: 0).contrast(to: ChartColor(hex: 0xFFFFFF)) == 21)
  }

  @Test("interpolation goes the reference's way in each space", arguments: InterpolationCases.all)
  func interpolation(
    _ space: ColorInterpolation.Space, _ gamma: Double, _ a: String, _ b: String,
    _ expected: [String]
  ) throws {
    let way = ColorInterpolation(space, gamma: gamma)
      .between(try #require(ChartColor(css: a)), try #require(ChartColor(css: b)))
    #expect([0.25, 0.5, 0.9].map { way($0).css } == expected)
  }
}

/// Space, gamma, two colours, and the reference's colours at 0.25, 0.5 and 0.9 between them.
enum InterpolationCases {
  static let all: [(ColorInterpolation.Space, Double, String, String, [String])] = [
    (
      .rgb, 1, "red", "blue",
      ["rgb(191, 0, 64)", "rgb(128, 0, 128)", "rgb(26, 0, 230)"]
    ),
    (
      .rgb, 1, "white", "steelblue",
      ["rgb(209, 224, 236)", "rgb(163, 193, 218)", "rgb(89, 143, 188)"]
    ),
    (
      .rgb, 1, "#333", "hsl(60,50%,50%)",
      ["rgb(86, 86, 54)", "rgb(121, 121, 57)", "rgb(177, 177, 62)"]
    ),
    (
      .rgb, 2.2, "red", "blue",
      ["rgb(224, 0, 136)", "rgb(186, 0, 186)", "rgb(90, 0, 243)"]
    ),
    (
      .rgb, 2.2, "white", "steelblue",
      ["rgb(226, 231, 239)", "rgb(191, 204, 221)", "rgb(108, 149, 189)"]
    ),
    (
      .rgb, 2.2, "#333", "hsl(60,50%,50%)",
      ["rgb(109, 109, 55)", "rgb(143, 143, 58)", "rgb(183, 183, 63)"]
    ),
    (
      .hsl, 1, "red", "blue",
      ["rgb(255, 0, 128)", "rgb(255, 0, 255)", "rgb(51, 0, 255)"]
    ),
    (
      .hsl, 1, "white", "steelblue",
      ["rgb(208, 224, 237)", "rgb(161, 193, 219)", "rgb(87, 143, 189)"]
    ),
    (
      .hsl, 1, "#333", "hsl(60,50%,50%)",
      ["rgb(79, 79, 61)", "rgb(112, 112, 67)", "rgb(174, 174, 66)"]
    ),
    (
      .hslLong, 1, "red", "blue",
      ["rgb(255, 255, 0)", "rgb(0, 255, 0)", "rgb(0, 102, 255)"]
    ),
    (
      .hslLong, 1, "white", "steelblue",
      ["rgb(208, 224, 237)", "rgb(161, 193, 219)", "rgb(87, 143, 189)"]
    ),
    (
      .hslLong, 1, "#333", "hsl(60,50%,50%)",
      ["rgb(79, 79, 61)", "rgb(112, 112, 67)", "rgb(174, 174, 66)"]
    ),
    (
      .lab, 1, "red", "blue",
      ["rgb(227, 0, 79)", "rgb(193, 0, 136)", "rgb(96, 0, 230)"]
    ),
    (
      .lab, 1, "white", "steelblue",
      ["rgb(211, 222, 236)", "rgb(166, 191, 217)", "rgb(92, 142, 187)"]
    ),
    (
      .lab, 1, "#333", "hsl(60,50%,50%)",
      ["rgb(84, 83, 57)", "rgb(119, 117, 62)", "rgb(176, 176, 64)"]
    ),
    (
      .hcl, 1, "red", "blue",
      ["rgb(255, 0, 72)", "rgb(245, 0, 134)", "rgb(122, 0, 236)"]
    ),
    (
      .hcl, 1, "white", "steelblue",
      ["rgb(171, 227, 255)", "rgb(138, 194, 248)", "rgb(84, 142, 193)"]
    ),
    (
      .hcl, 1, "#333", "hsl(60,50%,50%)",
      ["rgb(84, 83, 57)", "rgb(119, 117, 62)", "rgb(176, 176, 64)"]
    ),
    (
      .hclLong, 1, "red", "blue",
      ["rgb(85, 127, 0)", "rgb(0, 130, 64)", "rgb(0, 84, 255)"]
    ),
    (
      .hclLong, 1, "white", "steelblue",
      ["rgb(171, 227, 255)", "rgb(138, 194, 248)", "rgb(84, 142, 193)"]
    ),
    (
      .hclLong, 1, "#333", "hsl(60,50%,50%)",
      ["rgb(84, 83, 57)", "rgb(119, 117, 62)", "rgb(176, 176, 64)"]
    ),
    (
      .cubehelix, 1, "red", "blue",
      ["rgb(255, 0, 94)", "rgb(238, 0, 209)", "rgb(47, 0, 255)"]
    ),
    (
      .cubehelix, 1, "white", "steelblue",
      ["rgb(198, 226, 250)", "rgb(149, 196, 236)", "rgb(83, 144, 194)"]
    ),
    (
      .cubehelix, 1, "#333", "hsl(60,50%,50%)",
      ["rgb(57, 96, 79)", "rgb(68, 145, 76)", "rgb(158, 188, 55)"]
    ),
    (
      .cubehelix, 2.2, "red", "blue",
      ["rgb(255, 0, 107)", "rgb(255, 0, 250)", "rgb(54, 0, 255)"]
    ),
    (
      .cubehelix, 2.2, "white", "steelblue",
      ["rgb(244, 250, 255)", "rgb(205, 230, 251)", "rgb(99, 158, 208)"]
    ),
    (
      .cubehelix, 2.2, "#333", "hsl(60,50%,50%)",
      ["rgb(36, 68, 54)", "rgb(39, 105, 45)", "rgb(144, 176, 36)"]
    ),
    (
      .cubehelixLong, 1, "red", "blue",
      ["rgb(255, 0, 94)", "rgb(238, 0, 209)", "rgb(47, 0, 255)"]
    ),
    (
      .cubehelixLong, 1, "white", "steelblue",
      ["rgb(198, 226, 250)", "rgb(149, 196, 236)", "rgb(83, 144, 194)"]
    ),
    (
      .cubehelixLong, 1, "#333", "hsl(60,50%,50%)",
      ["rgb(57, 96, 79)", "rgb(68, 145, 76)", "rgb(158, 188, 55)"]
    ),
    (
      .cubehelixLong, 2.2, "red", "blue",
      ["rgb(255, 0, 107)", "rgb(255, 0, 250)", "rgb(54, 0, 255)"]
    ),
    (
      .cubehelixLong, 2.2, "white", "steelblue",
      ["rgb(244, 250, 255)", "rgb(205, 230, 251)", "rgb(99, 158, 208)"]
    ),
    (
      .cubehelixLong, 2.2, "#333", "hsl(60,50%,50%)",
      ["rgb(36, 68, 54)", "rgb(39, 105, 45)", "rgb(144, 176, 36)"]
    ),
  ]
}
