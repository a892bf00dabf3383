import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import ytterby

/// Commands as a user types them, on real folders.
@Suite struct CommandTests {
  static let site = [
    "Content/site.yaml": """
    title: A small briefing
    url: https://example.org/
    edition: {id: "1", published: 2025-01-02, data_as_of: 2025-01-01}
    publisher: {name: The desk}

    """,
    "Content/index.md": """
    ---
    title: One page
    description: A page that says what a test needs to see and nothing else, in at least seventy letters.
    ---

    Hello.

    """,
  ]

  static let chart = """
    {"data": {"values": [{"a": "x", "b": 1}, {"a": "y", "b": 2}]}, "mark": "bar",
     "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}
    """

  /// Runs a command line; gives the exit status.
  func run(_ arguments: [String]) -> Int32 {
    do {
      var command = try Ytterby.parseAsRoot(arguments)
      try command.run()
      return 0
    } catch is EnvironmentFailure {
      return ExitStatus.environment.rawValue
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return Ytterby.exitCode(for: error).rawValue
    }
  }

  @Test("a site that is in order is published, with status 0")
  func build() throws {
    let folder = try TemporaryFolder(Self.site)
    #expect(run(["build", folder.path]) == 0)
    #expect(folder.exists("Output/index.html"))
    #expect(try folder.read("Output/index.html").contains("Hello."))
  }

  @Test("an edition is frozen once, by the folder of its site, and published from then on")
  func freeze() throws {
    let folder = try TemporaryFolder(Self.site)
    #expect(run(["edition", "freeze", "-C", folder.path]) == 0)
    #expect(folder.exists("Content/editions/1/index.html"))
    #expect(folder.exists("Content/editions/1.json"))
    #expect(run(["edition", "freeze", "-C", folder.path]) == ExitStatus.content.rawValue)
    #expect(run(["build", "-C", folder.path]) == 0)
    #expect(
      try folder.read("Output/editions/1/index.html")
        == folder.read("Content/editions/1/index.html"))
    #expect(run(["build", folder.path, "-C", folder.path]) == 64)
  }

  @Test("a fault of the content publishes nothing and gives status 1")
  func contentFault() throws {
    let folder = try TemporaryFolder(Self.site)
    #expect(run(["build", folder.path]) == 0)
    let before = try folder.read("Output/index.html")
    try folder.write("---\ntitel: x\n---\n\n[gone](nowhere.md)\n", to: "Content/index.md")
    #expect(run(["build", folder.path]) == 1)
    #expect(try folder.read("Output/index.html") == before)
  }

  @Test(
    "a folder that is not there is a failure of the environment, status 2",
    arguments: ["build", "check"])
  func missingFolder(command: String) {
    #expect(run([command, "/nonexistent/site"]) == 2)
  }

  @Test("a folder with files of others is refused, status 2")
  func foreignOutput() throws {
    let folder = try TemporaryFolder(Self.site.merging(["Output/letter.txt": "mine"]) { a, _ in a })
    #expect(run(["build", folder.path]) == 2)
    #expect(try folder.read("Output/letter.txt") == "mine")
  }

  @Test("check publishes nothing")
  func check() throws {
    let folder = try TemporaryFolder(Self.site)
    #expect(run(["check", folder.path]) == 0)
    #expect(!folder.exists("Output"))
  }

  @Test(
    "wrong usage gives status 64",
    arguments: [
      ["build", "--nope"], ["build", "--as-of", "yesterday"], ["build", "--jobs", "0"],
      ["frobnicate"],
      ["build", "--format", "xml"], ["chart"], ["chart", "x.vl.json", "--width", "-3"],
    ])
  func usage(arguments: [String]) {
    #expect(run(arguments) == 64)
  }

  @Test("a chart becomes a picture beside nothing else")
  func chartFile() throws {
    let folder = try TemporaryFolder(["bar.vl.json": Self.chart])
    #expect(run(["chart", folder.path + "/bar.vl.json", "-o", folder.path + "/bar.svg"]) == 0)
    #expect(try folder.read("bar.svg").hasPrefix("<svg "))
  }

  @Test("a folder of charts becomes a folder of pictures, named by the rules")
  func chartFolder() throws {
    let folder = try TemporaryFolder([
      "in/A/b.vl.json": Self.chart, "in/A/c/spec.vl.json": Self.chart, "in/notes.json": "{}",
    ])
    #expect(run(["chart", folder.path + "/in", "--out", folder.path + "/out"]) == 0)
    #expect(folder.exists("out/A/b.svg") && folder.exists("out/A/c.svg"))
    #expect(!folder.exists("out/notes.svg"))
  }

  @Test("a chart with a fault gives status 1 and no picture")
  func chartFault() throws {
    let folder = try TemporaryFolder([
      "in/a.vl.json": Self.chart.replacing("bar", with: "barr"), "in/b.vl.json": Self.chart,
    ])
    #expect(run(["chart", folder.path + "/in", "--out", folder.path + "/out"]) == 1)
    #expect(!folder.exists("out/a.svg") && folder.exists("out/b.svg"))
  }

  @Test("data of a chart is read below the root and nowhere else")
  func chartRoot() throws {
    let spec =
      #"{"data": {"url": "../data.csv"}, "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"}}}"#
    let folder = try TemporaryFolder(["in/a.vl.json": spec, "data.csv": "a\n1\n"])
    let out = ["--out", folder.path + "/out"]
    #expect(run(["chart", folder.path + "/in"] + out) == 1)
    #expect(run(["chart", folder.path + "/in", "--root", folder.path] + out) == 0)
  }

  @Test("a table can be handed to a chart by name")
  func chartData() throws {
    let spec =
      #"{"data": {"name": "t"}, "mark": "line", "encoding": {"x": {"field": "day"}, "y": {"field": "n"}}}"#
    let folder = try TemporaryFolder([
      "a.vl.json": spec, "t.csv": "day,n\n2024-01-01,3\n2024-01-02,4\n",
    ])
    let status = run([
      "chart", folder.path + "/a.vl.json", "-o", folder.path + "/a.svg",
      "--data", "t=" + folder.path + "/t.csv",
    ])
    #expect(status == 0)
    #expect(try folder.read("a.svg").contains("mark-line"))
  }

  @Test("the scene of a chart is printed as JSON")
  func chartScene() throws {
    let folder = try TemporaryFolder(["a.vl.json": Self.chart])
    #expect(
      run(["chart", folder.path + "/a.vl.json", "--scene", "-o", folder.path + "/a.json"]) == 0)
    let object = try JSONSerialization.jsonObject(with: Data(try folder.read("a.json").utf8))
    #expect((object as? [String: Any])?["root"] != nil)
  }
}
