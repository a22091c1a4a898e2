// Prints what ICU makes of each Han character of the Basic Multilingual Plane: the character, its reading
// and its simplified form, kept apart by tabs.
import Foundation

let blocks: [ClosedRange<UInt32>] = [0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF]
for scalar in blocks.joined().compactMap(Unicode.Scalar.init) {
  let character = String(scalar)
  let reading = character.applyingTransform(.mandarinToLatin, reverse: false) ?? character
  let simplified =
    character.precomposedStringWithCompatibilityMapping
    .applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? character
  print(character, reading, simplified, separator: "\t")
}
