extension ChannelSpec {
  /// The definition with what it leaves open taken from the same channel of an enclosing layer.
  func inheriting(_ outer: ChannelSpec) -> ChannelSpec {
    var spec = self
    if datum == nil {
      spec.field = field ?? outer.field
      if field == nil { spec.fieldRange = outer.fieldRange }
      spec.aggregate = aggregate ?? outer.aggregate
      spec.bin = bin ?? outer.bin
      spec.timeUnit = timeUnit ?? outer.timeUnit
    }
    spec.type = type ?? outer.type
    if case .unset = title { spec.title = outer.title }
    if conditions.isEmpty { spec.conditions = outer.conditions }
    if case .unset = scale { spec.scale = outer.scale }
    if case .unset = axis { spec.axis = outer.axis }
    if case .unset = legend { spec.legend = outer.legend }
    spec.sort = sort ?? outer.sort
    spec.stack = stack ?? outer.stack
    spec.impute = impute ?? outer.impute
    spec.bandPosition = bandPosition ?? outer.bandPosition
    spec.format = format ?? outer.format
    spec.formatType = formatType ?? outer.formatType
    return spec
  }
}
