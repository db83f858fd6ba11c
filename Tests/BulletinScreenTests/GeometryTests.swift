import Testing

@testable import BulletinScreen

@Suite struct GeometryTests {
  private let rect = Rect(column: 2, row: 1, columns: 6, rows: 4)

  @Test(arguments: [
    (Rect(column: 0, row: 0, columns: 4, rows: 3), Rect(column: 2, row: 1, columns: 2, rows: 2)),
    (Rect(column: 2, row: 1, columns: 6, rows: 4), Rect(column: 2, row: 1, columns: 6, rows: 4)),
    (Rect(column: 8, row: 0, columns: 4, rows: 9), Rect(column: 8, row: 1, columns: 0, rows: 4)),
  ])
  func intersectionIsWhatBothShare(other: Rect, shared: Rect) {
    #expect(rect.intersection(other) == shared)
    #expect(other.intersection(rect) == shared)
  }

  @Test func rectanglesThatShareNothingIntersectEmpty() {
    #expect(rect.intersection(Rect(column: 20, row: 20, columns: 1, rows: 1)).isEmpty)
  }

  @Test func insetNeverTurnsInsideOut() {
    #expect(rect.inset(left: 9).columns == 0)
    #expect(rect.inset(left: 1, top: 1, right: 1, bottom: 1).size == Size(columns: 4, rows: 2))
  }

  @Test func edgesBelongOnlyAtTopAndLeft() {
    #expect(rect.contains(Point(column: 2, row: 1)))
    #expect(!rect.contains(Point(column: 8, row: 1)))
    #expect(!rect.contains(Point(column: 2, row: 5)))
  }
}
