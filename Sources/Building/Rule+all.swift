import CommonMark
import Content
import Diagnostics
import Linking
import Mustache
import Recording
import Rendering

extension Rule {
  /// Every rule that Gazette enforces, room by room.
  package static let all: [Rule] =
    ofContent + ofCommonMark + ofLinking + ofMustache + ofRendering + ofRecording
}
