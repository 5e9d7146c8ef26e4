// Sixteen bytes at a time, which every processor that Gazette is built for compares in one step.

/// Sixteen bytes. Only operators between two of them become single instructions, not those with a
/// scalar or with an assignment.
typealias Part16 = SIMD16<UInt8>

extension Bytes {
  /// Sixteen bytes from `index` on.
  @inline(__always)
  func part16(at index: Int) -> Part16 {
    UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: Part16.self)
  }
}

extension SIMDMask where Storage == SIMD16<Int8> {
  /// One for each place that is true.
  @inline(__always)
  var bits: Part16 { unsafeBitCast(self, to: Part16.self) & Part16(repeating: 1) }
}

extension SIMD16<UInt8> {
  /// The first eight and the last eight, the first in the lowest place.
  @inline(__always)
  var words: (UInt64, UInt64) {
    let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (words[0], words[1])
  }

  /// Whether any is not zero.
  @inline(__always)
  var isAnySet: Bool {
    let (first, last) = words
    return first | last != 0
  }

  @inline(__always)
  var isASCII: Bool {
    let (first, last) = words
    return (first | last) & 0x8080_8080_8080_8080 == 0
  }

  /// All of them added up.
  @inline(__always)
  var total: Int {
    let (first, last) = words
    let low: UInt64 = 0x00FF_00FF_00FF_00FF
    let pairs = (first & low) &+ (first &>> 8 & low) &+ (last & low) &+ (last &>> 8 & low)
    return Int((pairs &* 0x0001_0001_0001_0001) &>> 48)
  }
}
