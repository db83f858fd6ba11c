import Testing

@Suite struct TranscriptTests {
  static let pictures = [
    Picture(
      "a press conference",
      """
      title - 0 | 岚州省数字贸易发布会实录
      paragraph | 5月20日，岚州省举行发布会，介绍数字贸易发展情况，有关负责人回答了记者的提问。
      speaker   | 主持人
      paragraph | 各位记者，大家上午好！欢迎出席今天的发布会。
      speaker   | 岚江晚报记者提问
      paragraph | 请问数字贸易对普通企业意味着什么？
      speaker   | 沈青禾
      paragraph | 意味着更大的市场。过去企业卖产品要参加展会，现在可以在线上直接对接境外客户。
      paragraph | 同时也意味着更高的合规要求。
      speaker   | 主持人
      paragraph | 请继续提问。
      speaker   | 望海电视台记者提问
      paragraph | 下一步有什么打算？谢谢。
      speaker   | 沈青禾
      paragraph | 我们将办好三件事：建平台、育人才、通规则。
      """),
    Picture(
      "questions and answers with marks",
      """
      title - 0 | 有关负责人就《岚州省数字贸易条例》答记者问
      paragraph | 近日，《岚州省数字贸易条例》公布，有关负责人就相关问题回答了记者的提问。
      paragraph | 问：请介绍条例出台的背景。
      paragraph | 答：近年来，全省数字贸易发展迅速，亟需立法保障。
      paragraph | 问：条例有哪些亮点？
      paragraph | 答：亮点有三个，分别是平台、人才和规则。
      """),
  ]

  @Test(arguments: pictures) func transcriptIsReadAsDrawn(_ picture: Picture) {
    picture.labelled.check(picture.name)
  }
}
