import ArgumentParser
import Foundation

/// The command line: checks, builds and previews a site.
@main
struct Ytterby: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ytterby",
    abstract: "Markdown and data tables to a static briefing whose every number can be defended.",
    discussion: """
      Exit status: 0 done, 1 the content has errors, 2 the environment failed, 64 wrong usage.
      """,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ServeCommand.self, ChartCommand.self, QueryCommand.self,
      ExplainCommand.self, EditionCommand.self,
    ],
    defaultSubcommand: nil)

  static func main() async {
    // SQLite's 'localtime' and the formats of dates follow the zone of the process.
    setenv("TZ", "UTC", 1)
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as EnvironmentFailure {
      Terminal.error("error: \(failure)")
      exit(withError: ExitStatus.environment)
    } catch {
      exit(withError: error)
    }
  }
}

/// The exit statuses besides success and ArgumentParser's own for wrong usage.
enum ExitStatus {
  /// The content has errors.
  static let content = ExitCode(1)
  /// The environment failed: a folder cannot be read, the disk is full, a port is in use.
  static let environment = ExitCode(2)
}

/// A failure that no change of the content would mend, with the reason in words.
struct EnvironmentFailure: Error, CustomStringConvertible {
  let description: String

  init(_ reason: String) { description = reason }

  /// Runs something that reads or writes, and turns what it throws into an environment failure.
  static func wrap<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as EnvironmentFailure {
      throw failure
    } catch {
      throw EnvironmentFailure("\(error)")
    }
  }
}
