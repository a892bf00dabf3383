public import Diagnostics
public import Documents

/// A Frictionless Data Package (version 2, and descriptors of version 1) with Ytterby's additions.
public struct DataPackage: Sendable {
  /// Where data come from.
  public struct Source: Hashable, Sendable {
    /// Its title.
    public var title: String?
    /// Its address.
    public var path: String?
    /// Its e-mail address.
    public var email: String?
    /// Its version.
    public var version: String?
  }

  /// The terms of use.
  public struct License: Hashable, Sendable {
    /// The identifier, such as `CC-BY-4.0`.
    public var name: String?
    /// Its address.
    public var path: String?
    /// Its title.
    public var title: String?
  }

  /// Somebody who worked on the data.
  public struct Contributor: Hashable, Sendable {
    /// The name.
    public var title: String?
    /// The address of a page.
    public var path: String?
    /// The e-mail address.
    public var email: String?
    /// What they did.
    public var roles: [String] = []
    /// To whom they belong.
    public var organization: String?
  }

  /// The name.
  public var name: String?
  /// The identifier, such as a DOI.
  public var id: String?
  /// The title.
  public var title: String?
  /// More about it.
  public var description: String?
  /// The address of its page.
  public var homepage: String?
  /// The version.
  public var version: String?
  /// When it was made.
  public var created: String?
  /// Words to find it by.
  public var keywords: [String] = []
  /// Where the data come from.
  public var sources: [Source] = []
  /// The terms of use.
  public var licenses: [License] = []
  /// Who worked on it.
  public var contributors: [Contributor] = []
  /// Its tables and files, in order.
  public var resources: [DataResource] = []
  /// What columns of a name mean wherever a query makes them.
  public var measures: [String: Measure] = [:]
  /// The units and their conversions.
  public var units = UnitCatalog()
  /// How often the data are replaced.
  public var updateEvery: UpdateInterval?

  /// An empty package.
  public init() {}

  /// The resource of a name.
  public func resource(_ name: String) -> DataResource? {
    resources.first { $0.name == name }
  }

  /// The package that a descriptor describes, with every fault as a diagnostic; nil where the
  /// descriptor is no mapping.
  public static func read(
    _ node: DocumentNode, path: String, into diagnostics: DiagnosticCollector
  ) -> DataPackage? {
    let decoder = PackageDecoder(context: DescriptorContext(path: path, diagnostics: diagnostics))
    guard let package = decoder.decode(node) else { return nil }
    PackageChecks(package: package, context: decoder.context).run()
    return package
  }
}
