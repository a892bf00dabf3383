/// Values by channel, in the order in which they were put in.
///
/// A view has a handful of channels: looking through them takes less than hashing one.
struct ChannelMap<Value> {
  private(set) var channels: [Channel] = []
  private(set) var values: [Value] = []

  /// Nothing yet.
  init() {}

  private init(channels: [Channel], values: [Value]) {
    self.channels = channels
    self.values = values
  }

  /// The value of a channel; nil where it has none, and takes it away where nil is put in.
  subscript(channel: Channel) -> Value? {
    get { channels.firstIndex(of: channel).map { values[$0] } }
    set {
      switch (channels.firstIndex(of: channel), newValue) {
      case (let place?, let value?): values[place] = value
      case (let place?, nil):
        channels.remove(at: place)
        values.remove(at: place)
      case (nil, let value?):
        channels.append(channel)
        values.append(value)
      case (nil, nil): break
      }
    }
  }

  /// What a closure makes of each value.
  func mapValues<Result>(_ transform: (Value) -> Result) -> ChannelMap<Result> {
    ChannelMap<Result>(channels: channels, values: values.map(transform))
  }

  /// These values and those of `others` for channels that have none here.
  func over(_ others: ChannelMap) -> ChannelMap {
    if others.channels.isEmpty { return self }
    var result = others
    for (channel, value) in zip(channels, values) { result[channel] = value }
    return result
  }
}

extension ChannelMap: Sendable where Value: Sendable {}

extension ChannelMap: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (Channel, Value)...) {
    for (channel, value) in elements { self[channel] = value }
  }
}
