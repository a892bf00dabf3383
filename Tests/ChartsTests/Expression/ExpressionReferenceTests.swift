import Charts
import Diagnostics
import Testing

/// Expressions and what the reference, Vega 6.2, writes for them in UTC.
@Suite("Expressions beside the reference")
struct ExpressionReferenceTests {
  private let datum: ChartValue = .record([
    "x": 4, "n": .record(["m": 7]), "list": [1, 2], "s": "10",
  ])

  private func written(_ text: String) -> String? {
    let diagnostics = DiagnosticCollector()
    return Expression("'' + (\(text))", path: "test", into: diagnostics)?
      .evaluate(datum: datum).toText
  }

  @Test(
    "operators and conversions give what the reference gives", arguments: ReferenceCases.operators)
  func operators(_ text: String, _ expected: String) {
    #expect(written(text) == expected)
  }

  @Test("functions of numbers give what the reference gives", arguments: ReferenceCases.mathematics)
  func mathematics(_ text: String, _ expected: String) {
    #expect(written(text) == expected)
  }

  @Test(
    "functions of texts and lists give what the reference gives",
    arguments: ReferenceCases.textsAndLists)
  func textsAndLists(_ text: String, _ expected: String) {
    #expect(written(text) == expected)
  }

  @Test("tests of types give what the reference gives", arguments: ReferenceCases.types)
  func types(_ text: String, _ expected: String) {
    #expect(written(text) == expected)
  }

  @Test("dates give what the reference gives", arguments: ReferenceCases.dates)
  func dates(_ text: String, _ expected: String) {
    #expect(written(text) == expected)
  }

  @Test(
    "formats, colours and distributions give what the reference gives",
    arguments: ReferenceCases.formatsAndColors)
  func formatsAndColors(_ text: String, _ expected: String) {
    #expect(written(text) == expected)
  }

  @Test(
    "members of the datum, and texts that JavaScript reads as dates give what the reference gives",
    arguments: ReferenceCases.data)
  func data(_ text: String, _ expected: String) {
    #expect(written(text) == expected)
  }
}

enum ReferenceCases {
  static let operators: [(String, String)] = [
    ("1 + 2 * 3", "7"),
    ("(1 + 2) * 3", "9"),
    ("2 - 3 - 4", "-5"),
    ("7 % 3", "1"),
    ("-7 % 3", "-1"),
    ("1 / 0", "Infinity"),
    ("-1 / 0", "-Infinity"),
    ("0 / 0", "NaN"),
    ("null + 1", "1"),
    ("'5' * 1", "5"),
    ("'5' + 1", "51"),
    ("1 + '5'", "15"),
    ("true + true", "2"),
    ("'a' + null", "anull"),
    ("[] + 1", "1"),
    ("1 == '1'", "true"),
    ("1 === '1'", "false"),
    ("null == 0", "false"),
    ("null >= 0", "true"),
    ("NaN == NaN", "false"),
    ("NaN != NaN", "true"),
    ("'b' > 'a'", "true"),
    ("'10' < '9'", "true"),
    ("'10' < 9", "false"),
    ("!0", "true"),
    ("!'a'", "false"),
    ("-'3'", "-3"),
    ("+''", "0"),
    ("+' 12 '", "12"),
    ("+'1e3'", "1000"),
    ("+'0x1f'", "31"),
    ("+'abc'", "NaN"),
    ("~5", "-6"),
    ("5 & 3", "1"),
    ("5 | 3", "7"),
    ("5 ^ 3", "6"),
    ("1 << 4", "16"),
    ("-16 >> 2", "-4"),
    ("-16 >>> 28", "15"),
    ("1 && 0 || 'x'", "x"),
    ("0 || null", "null"),
    ("1 ? 2 : 3", "2"),
    ("0 ? 1 : 0 ? 2 : 3", "3"),
    ("1 ? 0 ? 'a' : 'b' : 'c'", "b"),
    ("[1, 2, 3][1]", "2"),
    ("[1, 2, 3].length", "3"),
    ("'abc'.length", "3"),
    ("{a: 1, 'b': 2}.b", "2"),
    ("{a: {b: [4, 5]}}.a.b[1]", "5"),
    ("'abc'[1]", "b"),
  ]

  static let mathematics: [(String, String)] = [
    ("if(1 > 2, 'a', 'b')", "b"),
    ("abs(-3)", "3"),
    ("ceil(1.2)", "2"),
    ("floor(-1.2)", "-2"),
    ("round(2.5)", "3"),
    ("round(-2.5)", "-2"),
    ("max(1, 3, 2)", "3"),
    ("min()", "Infinity"),
    ("max(1, NaN)", "NaN"),
    ("pow(2, 10)", "1024"),
    ("sqrt(2)", "1.4142135623730951"),
    ("exp(1)", "2.718281828459045"),
    ("log(10)", "2.302585092994046"),
    ("hypot(3, 4)", "5"),
    ("clamp(5, 0, 3)", "3"),
    ("atan2(1, 1)", "0.7853981633974483"),
    ("sin(1)", "0.8414709848078965"),
    ("isNaN('a')", "false"),
    ("isFinite(1/0)", "false"),
  ]

  static let textsAndLists: [(String, String)] = [
    ("length('hello')", "5"),
    ("length([1, 2])", "2"),
    ("upper('straße')", "STRASSE"),
    ("lower('ABC')", "abc"),
    ("trim('  a b ')", "a b"),
    ("slice('abcdef', 1, 3)", "bc"),
    ("slice('abcdef', -2)", "ef"),
    ("slice([1, 2, 3, 4], 1, -1)", "2,3"),
    ("substring('abcdef', 4, 1)", "bcd"),
    ("indexof('banana', 'an')", "1"),
    ("lastindexof('banana', 'an')", "3"),
    ("indexof([1, 2, 3], 3)", "2"),
    ("join([1, 2, null, 'a'], '-')", "1-2--a"),
    ("split('a,b,c', ',')", "a,b,c"),
    ("split('a,b,c', ',', 2)", "a,b"),
    ("replace('a-b-c', '-', '+')", "a+b-c"),
    ("replace('a-b-c', /-/g, '+')", "a+b+c"),
    (#"replace('John Smith', regexp('(\\w+) (\\w+)'), '$2, $1')"#, "Smith, John"),
    ("test(/^a.c$/, 'abc')", "true"),
    ("test(regexp('A', 'i'), 'cat')", "true"),
    ("pad('5', 3, '0', 'left')", "005"),
    ("pad('abc', 7, '*', 'center')", "**abc**"),
    ("truncate('hello world', 7)", "hello …"),
    ("truncate('hello world', 7, 'left')", "… world"),
    ("truncate('hello world', 7, 'center', '..')", "hel..ld"),
    ("parseInt('42px')", "42"),
    ("parseInt('ff', 16)", "255"),
    ("parseFloat('3.14abc')", "3.14"),
    ("parseFloat('.5')", "0.5"),
    ("sequence(3)", "0,1,2"),
    ("sequence(1, 10, 4)", "1,5,9"),
    ("sequence(3, 0, -1)", "3,2,1"),
    ("extent([3, 1, null, 2])", "1,3"),
    ("span([1, 5])", "4"),
    ("reverse([1, 2, 3])", "3,2,1"),
    ("sort([3, 1, 2])", "1,2,3"),
    ("inrange(3, [1, 5])", "true"),
    ("inrange(5, [1, 5], true, false)", "false"),
    ("peek([1, 2, 3])", "3"),
    ("pluck([{a: 1}, {a: 2}], 'a')", "1,2"),
    ("lerp([0, 10], 0.3)", "3"),
    ("clampRange([0, 5], 3, 10)", "3,8"),
  ]

  static let types: [(String, String)] = [
    ("isArray([1])", "true"),
    ("isString('a')", "true"),
    ("isNumber(NaN)", "true"),
    ("isValid(null)", "false"),
    ("isValid(NaN)", "false"),
    ("isValid('')", "true"),
    ("isDefined(datum.nope)", "false"),
    ("toNumber('12')", "12"),
    ("toNumber('')", "null"),
    ("toBoolean('false')", "false"),
    ("toString(12)", "12"),
  ]

  static let dates: [(String, String)] = [
    ("datetime(2012, 0, 31)", "Tue Jan 31 2012 00:00:00 GMT+0000 (Coordinated Universal Time)"),
    ("+datetime(2012, 1, 30)", "1330560000000"),
    ("year(datetime(2012, 5, 1))", "2012"),
    ("month('2012-03-04')", "2"),
    ("date('2012-03-04')", "4"),
    ("day('2012-03-04')", "0"),
    ("quarter('2012-05-04')", "2"),
    ("week('2012-01-08')", "2"),
    ("dayofyear('2012-03-01')", "61"),
    ("hours(datetime(2012, 0, 1, 13, 14, 15, 16))", "13"),
    ("minutes(datetime(2012, 0, 1, 13, 14, 15, 16))", "14"),
    ("milliseconds(datetime(2012, 0, 1, 13, 14, 15, 16))", "16"),
    ("utcyear(0)", "1970"),
    ("time(datetime(2012, 0, 1))", "1325376000000"),
    ("utc(2012, 0, 1)", "1325376000000"),
    ("+timeOffset('month', datetime(2012, 0, 31))", "1330646400000"),
    ("timeSequence('month', datetime(2012, 0, 1), datetime(2012, 3, 1)).length", "3"),
    ("timeFormat(datetime(2012, 0, 5), '%b %d, %Y')", "Jan 05, 2012"),
    ("timeFormat(datetime(2012, 0, 5, 6, 7), '%H:%M %p')", "06:07 AM"),
    ("timeFormat(datetime(2012, 0, 1))", "2012"),
    ("timeFormat(datetime(2012, 1, 1))", "February"),
    ("timeFormat(datetime(2012, 0, 8))", "Jan 08"),
    ("timeFormat(datetime(2012, 0, 3))", "Tue 03"),
    ("timeFormat(datetime(2012, 0, 3, 5))", "05 AM"),
    ("+timeParse('05.01.2012', '%d.%m.%Y')", "1325721600000"),
    ("utcFormat(0, '%Y-%m-%d')", "1970-01-01"),
    ("monthFormat(1)", "February"),
    ("monthAbbrevFormat(13)", "Feb"),
    ("dayFormat(0)", "Sunday"),
    ("dayAbbrevFormat(3)", "Wed"),
    ("timeUnitSpecifier(['year', 'month'])", "%Y-%m"),
    ("timeUnitSpecifier('hours')", "%H:00"),
    ("timeUnitSpecifier(['year','month','date','hours','minutes'])", "%Y-%m-%d %H:%M"),
  ]

  static let formatsAndColors: [(String, String)] = [
    ("format(1234.5, ',.2f')", "1,234.50"),
    ("format(0.123, '.1%')", "12.3%"),
    ("format(1500000, '~s')", "1.5M"),
    ("format(-5, 'd')", "−5"),
    ("rgb(255, 0, 10)", "rgb(255, 0, 10)"),
    ("rgb('steelblue')", "rgb(70, 130, 180)"),
    ("hsl(120, 1, 0.5)", "rgb(0, 255, 0)"),
    ("lab(50, 20, 30)", "rgb(161, 105, 69)"),
    ("hcl(30, 40, 50)", "rgb(178, 93, 87)"),
    ("luminance('#888')", "0.24620132670783546"),
    ("contrast('white', 'black')", "21"),
    ("quantileNormal(0.01, 10, 2)", "5.347304251918318"),
    ("cumulativeNormal(1.96)", "0.9750021048517795"),
    ("densityNormal(0)", "0.3989422804014327"),
    ("densityUniform(0.5)", "1"),
    ("quantileUniform(0.3, 2, 4)", "2.6"),
    ("quantileLogNormal(0.5)", "1"),
  ]

  static let data: [(String, String)] = [
    ("datum.x + 1", "5"),
    ("datum['x'] * 2", "8"),
    ("datum.n.m", "7"),
    ("datum.list[1]", "2"),
    ("datum.nope", "undefined"),
    ("datum.s > 5", "true"),
    ("'x' in datum", "true"),
    ("'abc' + [1, [2, 3]]", "abc1,2,3"),
    ("{} + ''", "[object Object]"),
    ("1e21 + ''", "1e+21"),
    ("1e-7 + ''", "1e-7"),
    ("123456789012345680000 + ''", "123456789012345680000"),
    ("0.1 + 0.2", "0.30000000000000004"),
    ("5e-324 + ''", "5e-324"),
    ("100 + ''", "100"),
    ("1.5e300 * 1e10 + ''", "Infinity"),
    ("+'Infinity'", "Infinity"),
    ("+'-0x10'", "NaN"),
    (#"'\u0041\x42\n'.length"#, "3"),
    (#"'it\'s'"#, "it's"),
    ("isDate(datetime(2012,0,1))", "true"),
    ("+datetime('Jan 5 2000')", "947030400000"),
    ("+datetime('5 January 2000 10:30 PM')", "947111400000"),
    ("+datetime('2000-01-05T10:00:00+02:00')", "947059200000"),
    ("+datetime('Mon, 31 Jan 2000 10:00:00 GMT')", "949312800000"),
    ("+datetime('2000-02')", "949363200000"),
    ("+datetime('2000')", "946684800000"),
    ("+datetime('1/5/2000')", "947030400000"),
    ("+datetime('1/5/99')", "915494400000"),
    ("+datetime('nonsense')", "NaN"),
    ("+datetime('2012-02-30')", "1330560000000"),
    ("+datetime('Jan 2000')", "946684800000"),
    ("+datetime('2000-1-5')", "947030400000"),
    ("+datetime('20000105')", "NaN"),
    ("+datetime('10:30')", "NaN"),
    ("+datetime('2000-01-05 10:00')", "947066400000"),
    ("+datetime('Thu Jan 01 1970 01:00:00 GMT+0100 (CET)')", "0"),
    ("merge({a: 1}, {b: 2}).b", "2"),
    ("isRegExp(/a/)", "true"),
    ("isBoolean(true)", "true"),
    ("isObject({})", "true"),
    ("isObject([])", "true"),
    ("isTuple(datum)", "true"),
  ]
}
