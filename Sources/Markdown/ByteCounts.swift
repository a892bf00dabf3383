/// How often the bytes occur that make pages expensive: one pass that the compiler can vectorise.
struct ByteCounts {
  private(set) var brackets = 0
  private(set) var angles = 0
  private(set) var bars = 0
  private(set) var tildes = 0
  private(set) var nulls = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      brackets &+= byte == UInt8(ascii: "[") ? 1 : 0
      angles &+= byte == UInt8(ascii: "<") ? 1 : 0
      bars &+= byte == UInt8(ascii: "|") ? 1 : 0
      tildes &+= byte == UInt8(ascii: "~") ? 1 : 0
      nulls &+= byte == 0 ? 1 : 0
    }
  }
}
