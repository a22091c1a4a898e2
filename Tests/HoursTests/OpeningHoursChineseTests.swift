import Hours
import Testing

@Suite("Opening hours in Chinese")
struct OpeningHoursChineseTests {
  @Test(
    "Times in words are read where they can mean one hour alone",
    arguments: [
      ("9点到17点", "Mo-Su 09:00-17:00"), ("上午9点-11点半", "Mo-Su 09:00-11:30"),
      ("上午9点-11点半，下午2点-5点", "Mo-Su 09:00-11:30,14:00-17:00"),
      ("9时30分至16时30分", "Mo-Su 09:30-16:30"), ("上午9:00-11:30；下午1:30-5:00", nil),
      ("上午9:00-11:30、下午1:30-5:00", "Mo-Su 09:00-11:30,13:30-17:00"),
      ("上午九点到下午五点半", "Mo-Su 09:00-17:30"), ("上午9点到17点", "Mo-Su 09:00-17:00"),
      ("9点-下午5点", "Mo-Su 09:00-17:00"), ("早上8点至晚上8点", "Mo-Su 08:00-20:00"),
      ("周二至周日 9点一刻到17点三刻，周一闭馆", "Tu-Su 09:15-17:45"), ("早9:00-晚5:00", "Mo-Su 09:00-17:00"),
      ("下午14:00-17:00", "Mo-Su 14:00-17:00"), ("5点-18点", "Mo-Su 05:00-18:00"),
      ("上午十点整至中午十二点", "Mo-Su 10:00-12:00"), ("晚上6点-凌晨2点", "Mo-Su 00:00-02:00,18:00-24:00"),
      ("四月一日至十月三十一日 8:00-18:00", "Apr-Oct Mo-Su 08:00-18:00"),
      ("9:00-17:00；十月一日至三日闭馆", "Oct 4-Sep 30 Mo-Su 09:00-17:00"),
      ("4月-10月 8点-18点。11月至3月 8点半-17点。", "Apr-Oct Mo-Su 08:00-18:00; Nov-Mar Mo-Su 08:30-17:00"),
    ] as [(String, String?)])
  func clock(text: String, expected: String?) throws {
    // A semicolon begins a rule that passes the one before.
    #expect(try OpeningHours(text: text).text == expected ?? "Mo-Su 13:30-17:00")
  }

  @Test(
    "A time that may be one of the morning or of the afternoon is refused as it was written",
    arguments: [
      ("9点到5点", "9点到5点"), ("上午9点－5点", "上午9点－5点"), ("8点-12点，2点-5点", "2点-5点"),
      ("8:30-11:30，2:30-5:30", "2:30-5:30"), ("晚上8点至2点", "晚上8点至2点"), ("9:00-17:00（5点停止入场）", "5点"),
    ])
  func unclear(text: String, part: String) {
    #expect(throws: OpeningHoursError.unclearTime(part)) { try OpeningHours(text: text) }
  }

  @Test(
    "The last admission is read in brackets, behind a comma and by how long before the end it is",
    arguments: [
      ("9:00-17:00（16:30停止入场）", #"Mo-Su 09:00-17:00 "last entry 16:30""#),
      ("9:00-17:00，16:30停止入馆", #"Mo-Su 09:00-17:00 "last entry 16:30""#),
      ("9:00-17:00 16:30停止入园", #"Mo-Su 09:00-17:00 "last entry 16:30""#),
      ("9点到17点（16点半停止售票）", #"Mo-Su 09:00-17:00 "last entry 16:30""#),
      ("周二至周日9:00-17:00（最晚入场16:30），周一闭馆", #"Tu-Su 09:00-17:00 "last entry 16:30""#),
      ("9:00-17:00（闭馆前30分钟停止入场）", #"Mo-Su 09:00-17:00 "last entry 16:30""#),
      ("9:00-17:00（提前半小时停止入场）", #"Mo-Su 09:00-17:00 "last entry 16:30""#),
      (
        "上午9:00-12:00，下午1:30-5:00（11:30、16:30停止入场）",
        #"Mo-Su 09:00-12:00 "last entry 11:30", Mo-Su 13:30-17:00 "last entry 16:30""#
      ),
      (
        "4月-10月 8:00-18:00；11月-3月 8:30-17:00（闭馆前1小时停止入场）",
        #"Apr-Oct Mo-Su 08:00-18:00 "last entry 17:00"; Nov-Mar Mo-Su 08:30-17:00 "last entry 16:00""#
      ),
    ])
  func admission(text: String, expected: String) throws {
    #expect(try OpeningHours(text: text).text == expected)
  }

  @Test(
    "What is not known is quoted as it was written",
    arguments: [
      ("周二至周日 9:00～17:00；周一闭馆（节假日除外）", "节假日除外"), ("9：00—17：00，雨天关门", "雨天关门"),
      ("周二至周日预约参观", "周二至周日预约参观"), ("星期一至星期五至星期日 9:00-17:00", "星期一至星期五至星期日"),
      ("9:00-17:00（8:30停止入场）", "（8:30停止入场）"),
      ("周一闭馆（16:30停止入场）", "（16:30停止入场）"), ("9:00-17:00（停止对外开放）", "（停止对外开放）"),
      ("二月三十日闭馆", "二月三十日"), ("早9晚5", "早9晚5"),
    ])
  func quoted(text: String, part: String) {
    #expect(throws: OpeningHoursError.badRules(part)) { try OpeningHours(text: text) }
  }

  @Test(
    "Times that are none are quoted as they were written",
    arguments: [
      ("9：00－25：99", "9：00－25：99"), ("9：00～9：00", "9：00～9：00"), ("周一 9：00起", "9：00"),
      ("9:00-17:00（周一15:00停止入场）", "15:00"),
    ])
  func intervals(text: String, part: String) {
    #expect(throws: OpeningHoursError.badIntervals(part)) { try OpeningHours(text: text) }
  }
}
