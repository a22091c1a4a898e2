import Words

/// A page of its own, for a screen and a printer: it needs nothing from outside, and is well-formed XML too.
enum HTMLPage {
  /// The page around its content.
  ///
  /// - Parameters:
  ///   - title: What stands in the window's title, as plain text.
  ///   - content: What stands in its body, as markup.
  static func text(
    title: String, language: Language, style: String, content: String
  ) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .zh ? "zh-Hans" : "en")" xmlns="http://www.w3.org/1999/xhtml">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>\(XMLText.escaped(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>

    """ + content + "</body>\n</html>\n"
  }
}
