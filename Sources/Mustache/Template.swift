/// A template that is ready to show values of one type, from many threads at once.
package struct Template<Value>: Sendable {
  let program: Program

  /// Appends what the template makes of `value`.
  package func render(_ value: Value, into out: inout OutputBuffer) {
    Frame.show(value) { frame in program.run(showing: frame, into: &out) }
  }
}
