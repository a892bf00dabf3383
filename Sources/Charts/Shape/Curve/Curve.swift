/// How the points of a line or an area are joined.
enum Curve: Hashable, Sendable {
  case linear, linearClosed
  case step, stepBefore, stepAfter
  case basis, basisClosed, basisOpen
  /// Straightened towards the line from the first to the last point: 0 a straight line, 1 a basis
  /// spline.
  case bundle(beta: Double = 0.85)
  /// Tension from 0 to 1, where 1 is straight.
  case cardinal(tension: Double = 0)
  case cardinalClosed(tension: Double = 0)
  case cardinalOpen(tension: Double = 0)
  /// Alpha from 0 (uniform) over 0.5 (centripetal) to 1 (chordal).
  case catmullRom(alpha: Double = 0.5)
  case catmullRomClosed(alpha: Double = 0.5)
  case catmullRomOpen(alpha: Double = 0.5)
  /// Without overshoot in y as a function of x.
  case monotoneX
  /// Without overshoot in x as a function of y.
  case monotoneY
  case natural

  /// The names of Vega-Lite's `interpolate`.
  static let names = [
    "basis", "basis-open", "basis-closed", "bundle", "cardinal", "cardinal-open",
    "cardinal-closed", "catmull-rom", "catmull-rom-open", "catmull-rom-closed", "linear",
    "linear-closed", "monotone", "natural", "step", "step-before", "step-after",
  ]

  /// The curve of one of Vega-Lite's names with its `tension`; nil for a name that is none.
  ///
  /// `monotone` goes along x, or along y where the mark stands upright on the y axis.
  init?(name: String, tension: Double? = nil, alongY: Bool = false) {
    switch name {
    case "linear": self = .linear
    case "linear-closed": self = .linearClosed
    case "step": self = .step
    case "step-before": self = .stepBefore
    case "step-after": self = .stepAfter
    case "basis": self = .basis
    case "basis-open": self = .basisOpen
    case "basis-closed": self = .basisClosed
    case "bundle": self = .bundle(beta: tension ?? 0.85)
    case "cardinal": self = .cardinal(tension: tension ?? 0)
    case "cardinal-open": self = .cardinalOpen(tension: tension ?? 0)
    case "cardinal-closed": self = .cardinalClosed(tension: tension ?? 0)
    case "catmull-rom": self = .catmullRom(alpha: tension ?? 0.5)
    case "catmull-rom-open": self = .catmullRomOpen(alpha: tension ?? 0.5)
    case "catmull-rom-closed": self = .catmullRomClosed(alpha: tension ?? 0.5)
    case "monotone": self = alongY ? .monotoneY : .monotoneX
    case "natural": self = .natural
    default: return nil
    }
  }

  /// A pen that draws the curve.
  func pen() -> any CurvePen {
    switch self {
    case .linear: LinearCurve()
    case .linearClosed: LinearClosedCurve()
    case .step: StepCurve(0.5)
    case .stepBefore: StepCurve(0)
    case .stepAfter: StepCurve(1)
    case .basis: BasisCurve()
    case .basisClosed: BasisClosedCurve()
    case .basisOpen: BasisOpenCurve()
    case .bundle(let beta): BundleCurve(beta: beta)
    case .cardinal(let tension): CardinalCurve(tension: tension)
    case .cardinalClosed(let tension): ClosedSpline(CardinalWindow(tension: tension))
    case .cardinalOpen(let tension): OpenSpline(CardinalWindow(tension: tension))
    // With alpha 0 distances do not count: that is a cardinal spline.
    case .catmullRom(alpha: 0): CardinalCurve(tension: 0)
    case .catmullRomClosed(alpha: 0): ClosedSpline(CardinalWindow(tension: 0))
    case .catmullRomOpen(alpha: 0): OpenSpline(CardinalWindow(tension: 0))
    case .catmullRom(let alpha): CatmullRomCurve(alpha: alpha)
    case .catmullRomClosed(let alpha): ClosedSpline(CatmullRomWindow(alpha: alpha))
    case .catmullRomOpen(let alpha): OpenSpline(CatmullRomWindow(alpha: alpha))
    case .monotoneX: MonotoneCurve(alongY: false)
    case .monotoneY: MonotoneCurve(alongY: true)
    case .natural: NaturalCurve()
    }
  }
}
