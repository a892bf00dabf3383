/// Where a mark links to.
struct LinkEncoder {
  let scope: UnitScope

  init(_ scope: UnitScope) { self.scope = scope }

  /// The address of a row's mark; nil where no channel or property gives one.
  func href() -> ((Row) -> String?)? {
    if scope.encoding.has(.href), let value = ValueEncoder(scope: scope).value(.href) {
      return { value($0).text }
    }
    return scope.properties.string("href").map { address in { _ in address } }
  }
}
