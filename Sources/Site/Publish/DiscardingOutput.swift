/// Takes files and forgets them: for checking a site without publishing it.
package struct DiscardingOutput: OutputConsumer {
  /// A place that keeps nothing.
  package init() {}

  package func begin(keep: [String]) throws {}

  package func write(_ content: OutputContent, to path: String) throws {}

  package func publish() throws -> PublishSummary { PublishSummary() }

  package func abandon() {}
}
