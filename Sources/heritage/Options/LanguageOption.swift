import ArgumentParser
import HeritageRegistry

/// The language of a command that answers with sentences alone; `SpokenLanguage` finds it before a command
/// line is parsed, so that what is wrong with one is said in it too.
struct LanguageOption: ParsableArguments {
  @Option(help: .help("output.lang", value: "lang"))
  var lang: Language?
}
