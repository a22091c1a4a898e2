import Testing

@testable import HeritageServer

/// Two clerks at one relic, each with a form of their own.
@Suite struct StaffFormTests {
  private let staff: StaffBrowser

  init() throws { staff = try StaffBrowser() }

  @Test(
    "A form that was opened before a colleague's change changes what was typed in it, and nothing else",
    arguments: ["write", "draft"])
  func twoClerks(mode: String) throws {
    let (wang, li) = (try staff.signIn("wang"), try staff.signIn("li"))
    let address = "/en/staff/sites/LX-0001"
    let form = staff.get(address, cookie: li)
    func typed(_ village: String, _ condition: String, on form: WebResponse) -> String {
      "mode=\(mode)&\(staff.mark("village", in: form))&f.village=\(village)"
        + "&\(staff.mark("condition", in: form))&f.condition=\(condition)"
    }
    let village = WebRequest.escaped("城头山村")
    #expect(
      staff.post(address, "f.condition=good", cookie: wang)["Location"]?.hasSuffix("written")
        == true)
    // Li's form still says nothing of the condition: that is no wish of theirs.
    let sent = staff.post(address, typed("North", "", on: form), cookie: li)
    #expect(sent["Location"]?.hasSuffix("done=\(mode == "draft" ? "draft" : "written")") == true)
    if mode == "draft" {
      let desk = staff.get("/en/staff", cookie: wang).text
      #expect(desk.contains("North") && !desk.contains("good"))
    } else {
      let page = staff.get("/en/sites/LX-0001", cookie: wang).text
      #expect(page.contains("<dd>North</dd>") && page.contains("<dt>Condition</dt><dd>good</dd>"))
    }
    // Both have changed the condition: nothing is written, both values are said, and pressing again decides.
    let refused = staff.post(address, typed(village, "bad", on: form), cookie: li)
    #expect(refused.status == 400)
    #expect(refused.text.contains("somebody else has written good there; you write bad"))
    #expect(staff.get(address, cookie: wang).text.contains("value=\"good\" selected"))
    #expect(
      staff.post(address, typed(village, "bad", on: refused), cookie: li)["Location"]?.contains(
        "done=")
        == true)
  }

  @Test("A place that a colleague has moved is not mixed with what was typed of the old one")
  func movedPlace() throws {
    let (wang, li) = (try staff.signIn("wang"), try staff.signIn("li"))
    let address = "/en/staff/sites/LX-0001"
    let form = staff.get(address, cookie: li)
    // The form says that a position is in WGS 84; what was said of the old point goes, and that is said.
    let moved = staff.post(
      address, "f.position=111.656,29.692&f.coord_accuracy_m=50&why=seen", cookie: wang)
    #expect(moved.status == 200, "\(moved.text)")
    #expect(moved.text.contains("Written.") && moved.text.contains("Position: "))
    #expect(moved.text.contains("what was said of the old one goes"))
    #expect(moved.text.contains("value=\"111.656, 29.692\"") && moved.text.contains("value=\"50\""))
    let marks = ["position", "coord_accuracy_m", "coord_source"].map { staff.mark($0, in: form) }
    let refused = staff.post(
      address,
      marks.joined(separator: "&") + "&f.position=111.65556,%2029.69167&f.coord_accuracy_m=300"
        + "&f.coord_source=seen", cookie: li)
    #expect(refused.status == 400 && refused.text.contains("you write seen"), "\(refused.text)")
  }

  @Test("A position that is proposed is approved as it was meant")
  func draftOfPlace() throws {
    let (wang, li) = (try staff.signIn("wang"), try staff.signIn("li"))
    let address = "/en/staff/sites/LX-0002"
    let sent = staff.post(
      address, "mode=draft&f.position=111.66,29.67&f.coord_accuracy_m=30", cookie: wang)
    #expect(sent.status == 200 && sent.text.contains("a second person decides"), "\(sent.text)")
    #expect(
      staff.post("/en/staff", "draft=1&action=approve", cookie: li)["Location"]?.hasSuffix(
        "approved")
        == true)
    #expect(staff.get("/en/sites/LX-0002", cookie: li).text.contains("29.67°N  111.66°E"))
  }
}
