import Glibc
import Testing

@testable import AnnotationJournal

/// No acknowledged change is lost and none is invented, whatever goes wrong and whenever.
@Suite struct FaultSimulatorTests {
  /// Work with a fault at some call, twice more after all was opened again.
  static func run(
    seed: UInt64, planted: PlantedFault? = nil, isTraced: Bool = false
  ) -> FaultRun {
    var random = SeededRandom(seed: seed)
    let kinds = ArmedFault.Kind.allCases
    let faults = [500, 300, 100].map { span in
      let call = random.once(in: 2) ? DiskCall.allCases.randomElement(using: &random) : nil
      return ArmedFault(
        kind: kinds[random.below(kinds.count)],
        callsLeft: random.below(call == nil ? span : span / 20), call: call,
        length: random.once(in: 4) ? 1 + random.below(20) : 1)
    }
    let run = FaultRun(seed: seed, planted: planted)
    if isTraced { run.disk.trace = [] }
    run.run(operations: 48, faults: faults)
    return run
  }

  /// `ZHUPI_FAULT_RUNS` sets how many runs there are. Of a seed that fails the calls are printed.
  @Test func nothingAcknowledgedIsLostAndNothingInvented() {
    let wanted = getenv("ZHUPI_FAULT_RUNS").flatMap { Int(String(cString: $0)) } ?? 300
    var acknowledgements = 0
    for seed in 0..<UInt64(wanted) {
      let run = Self.run(seed: seed)
      acknowledgements += run.acknowledgements
      guard !run.violations.isEmpty else { continue }
      let trace = Self.run(seed: seed, isTraced: true).disk.trace ?? []
      Issue.record("seed \(seed): \(run.violations)\n\(trace.joined(separator: "\n"))")
      break
    }
    #expect(acknowledgements > wanted * 5)
  }

  /// One piece of work, with a fault of each kind at each of its calls, and one in the recovery.
  @Test(arguments: ArmedFault.Kind.allCases)
  func everyCallMayFail(_ kind: ArmedFault.Kind) {
    for call in 0..<100 {
      let run = FaultRun(seed: 7)
      let second = ArmedFault(kind: kind, callsLeft: call % 37)
      run.run(operations: 20, faults: [ArmedFault(kind: kind, callsLeft: call), second])
      #expect(run.violations.isEmpty, "\(kind) at call \(call): \(run.violations)")
    }
  }

  @Test(arguments: PlantedFault.allCases)
  func aPlantedFaultIsFound(_ planted: PlantedFault) {
    let finding = (0..<UInt64(4000)).first { seed in
      !Self.run(seed: seed, planted: planted).violations.isEmpty
    }
    #expect(finding != nil)
  }
}
