/// The natural logarithm by the four basic operations alone, so that every machine has the same bits.
///
/// ln x = e ln 2 + 2 artanh((s − 1)/(s + 1)) for x = s · 2ᵉ, s in [1, 2): the series to the 27th power is
/// exact to about 1e-14.
func naturalLogarithm(_ x: Double) -> Double {
  let ratio = (x.significand - 1) / (x.significand + 1)
  let square = ratio * ratio
  var sum = 0.0
  for power in stride(from: 27.0, through: 1, by: -2) { sum = sum * square + 1 / power }
  return Double(x.exponent) * 0.693_147_180_559_945_3 + 2 * ratio * sum
}
