import Testing

@testable import Charts

@Suite("Values by channel")
struct ChannelMapTests {
  @Test("a value is found, replaced and taken away, and the others keep their order")
  func changes() {
    var map: ChannelMap<Int> = [.x: 1, .y: 2, .color: 3]
    #expect(map[.y] == 2)
    #expect(map[.size] == nil)
    map[.x] = 4
    #expect(map.channels == [.x, .y, .color])
    #expect(map.values == [4, 2, 3])
    map[.y] = nil
    map[.size] = nil
    #expect(map.channels == [.x, .color])
    #expect(map.mapValues { $0 * 10 }.values == [40, 30])
  }

  @Test("a map over another one has the values of both, its own before the other's")
  func over() {
    let mine: ChannelMap<Int> = [.x: 1, .size: 2]
    let merged = mine.over([.y: 3, .x: 4])
    #expect(merged[.x] == 1)
    #expect(merged[.y] == 3)
    #expect(merged[.size] == 2)
    #expect(merged.channels.count == 3)
    #expect(mine.over([:]).channels == mine.channels)
  }
}
