import Foundation
struct Tune: @unchecked Sendable {
  var v: [String: Double] = [:]
  init() { for (k, x) in ProcessInfo.processInfo.environment where k.hasPrefix("T_") { v[k] = Double(x) } }
  func callAsFunction(_ k: String, _ d: Double) -> Double { v["T_" + k] ?? d }
}
let tune = Tune()
let tString = Int(tune("string", 10)), tBlink = UInt64(tune("blink", 6)), tWarm = tune("warm", 1.5), tCold = tune("cold", 0.1), tTravel = tune("travel", 1), tStrings = Int(tune("strings", 3)), tPool = Int(tune("pool", 40)), tMargin = tune("margin", 2), tRare = Int(tune("rare", 32)), tNear = Int(tune("near", 100)), tWide = Int(tune("wide", 16))
