/// A small generator of pseudo-random numbers (SplitMix64, Steele, Lea and Flood 2014), so that a corpus is
/// the same everywhere.
struct Random {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }

  mutating func pick(_ words: [String]) -> String { words[next(below: words.count)] }
}

/// The vocabulary of the corpus.
enum Words {
  static let sections = list(
    "energy transport housing health education water agriculture trade labour security")
  static let tags = list(
    "budget forecast audit survey annual risk policy prices supply demand exports imports wages jobs rural urban grid storage solar wind rail road port air"
  )
  static let nouns = list(
    "budget programme ministry agency committee forecast network capacity supplier contract tender target baseline indicator survey household region district harbour terminal reservoir pipeline corridor school clinic court operator investor exporter consumer worker auditor report estimate projection shortfall surplus tariff subsidy grant loan bond yield price index wage pension permit licence inspection fine ruling statute reform pilot outage backlog milestone shipment harvest turbine battery line station fleet vessel route passenger tonne hectare month dataset table series sample definition revision annex"
  )
  static let verbs = list(
    "rose fell reported confirmed exceeded missed met revised published approved rejected delayed completed launched financed delivered measured estimated reduced doubled widened narrowed recovered weakened improved replaced extended suspended resumed reviewed funded signed adopted tested"
  )
  static let adjectives = list(
    "annual quarterly regional national local provisional final revised seasonal structural temporary minor urgent public private joint external northern southern coastal rural average median total net gross nominal real outstanding planned critical moderate steady early late additional comparable"
  )
  static let linkers = ["while", "because", "although", "after", "before", "whereas"]

  private static func list(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
