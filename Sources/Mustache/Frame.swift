/// A value that a template is being shown, without its type.
///
/// A page reads thousands of fields; reaching the value through a pointer costs nothing, where
/// `Any` would allocate for each row. Everything unsafe about rendering is in this file, and it
/// rests on three rules:
/// - *A frame does not outlive its value.* Frames are made by `show` and `showEach` alone, which
///   keep the value alive until their `body` returns; no field stores the frame it is given.
/// - *A frame is read as the type it was made from.* A `Fields<Value>` is the only maker of closures
///   that read a frame as `Value`, a list or an object makes frames of the type of its own fields,
///   and the compiler of templates pairs each field with the level its fields were declared for.
///   Debug builds check this on every read.
/// - *A program outlives its steps.* It keeps what it has lent them, and nothing takes a step out.
struct Frame {
  private let address: UnsafeRawPointer
  #if DEBUG
    private let type: Any.Type
  #endif

  private init<Value>(_ pointer: UnsafePointer<Value>) {
    address = UnsafeRawPointer(pointer)
    #if DEBUG
      type = Value.self
    #endif
  }

  /// Calls `body` with a frame of `value`.
  static func show<Value>(_ value: Value, _ body: (Frame) -> Void) {
    withUnsafePointer(to: value) { pointer in body(Frame(pointer)) }
  }

  /// Calls `body` with a frame of each row, in order; rows of an array are not copied.
  static func showEach<Rows: Collection>(of rows: Rows, _ body: (Frame) -> Void) {
    let shown: Void? = rows.withContiguousStorageIfAvailable { run in
      guard let first = run.baseAddress else { return }
      for index in run.indices { body(Frame(first + index)) }
    }
    if shown == nil { showInTurn(rows, body) }
  }

  /// Apart, since the types that a loop over any collection needs are looked up at run time.
  @inline(never)
  private static func showInTurn(_ rows: some Collection, _ body: (Frame) -> Void) {
    for row in rows { show(row, body) }
  }

  /// What `read` finds in the value, which must be a `Value`.
  @inline(__always)
  func read<Value, Result>(_ read: (Value) -> Result) -> Result {
    #if DEBUG
      precondition(type == Value.self, "a field of \(Value.self) was given a frame of \(type)")
    #endif
    return borrow(read)
  }

  /// Reads the value as one that cannot be copied: else it would be, whole, for each field.
  @inline(__always)
  private func borrow<Value: ~Copyable, Result>(_ read: (borrowing Value) -> Result) -> Result {
    read(address.assumingMemoryBound(to: Value.self).pointee)
  }
}

/// The values that are being shown while one template renders: the page's own at level 0, then the
/// row or object of each open section.
///
/// Its size is the deepest level of the program, known when that was compiled; a level is set by
/// the section that opens it before anything inside reads it.
struct FrameStack {
  private let levels: UnsafeMutableBufferPointer<Frame>

  static func holding(_ root: Frame, levels: Int, _ body: (FrameStack) -> Void) {
    withUnsafeTemporaryAllocation(of: Frame.self, capacity: levels) { memory in
      memory.initialize(repeating: root)
      body(FrameStack(levels: memory))
    }
  }

  subscript(level: Int) -> Frame {
    get { levels[level] }
    nonmutating set { levels[level] = newValue }
  }
}

/// A part of a field that a program has lent to one of its steps, without counting the reference.
///
/// Threads that render the same template would otherwise spend most of their time on those counts,
/// because they all write to the same ones.
struct Lent<Part: AnyObject & Sendable>: Sendable {
  private let part: Unmanaged<Part>

  /// `part` must be kept as long as this is used.
  init(_ part: Part) { self.part = .passUnretained(part) }

  @inline(__always)
  func use<Result>(_ body: (Part) -> Result) -> Result { part._withUnsafeGuaranteedRef(body) }
}
