/// Something that shows frames and tells what the user does: a terminal, or a recording for tests.
public protocol Surface: AnyObject {
  /// Columns and rows at present.
  var size: Size { get }

  /// Shows a frame; only what differs from the frame before is sent.
  func show(_ frame: Frame)

  /// Waits until something happens and returns all of it that is there, in order.
  /// - Parameter milliseconds: the longest time to wait; nil waits for ever. Where it passes, the
  ///   answer is one `.tick`.
  func nextEvents(within milliseconds: Int?) -> [InputEvent]
}
