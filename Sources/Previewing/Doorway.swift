import FlyingSocks

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The door to the network, and the one file that knows FlyingSocks: its event pool tells when a
/// descriptor can be read or written (epoll, kqueue), so that no thread waits for one.
///
/// Bytes go through the C library's own calls: they need no copy in a type of the library's.
struct Doorway: Sendable {
  private let pool: any AsyncSocketPool

  init() {
    #if canImport(Darwin)
      pool = .kQueue(maxEvents: 128)
    #else
      pool = .ePoll(triggering: .level, maxEvents: 128)
    #endif
  }

  /// Makes it possible to wait.
  func prepare() async throws { try await pool.prepare() }

  /// Has to be run beside everything else that is done here, and ends when it is called off.
  func run() async throws { try await pool.run() }

  /// Returns when a descriptor that is no connection has something to read: a terminal, a watch.
  func untilReadable(_ descriptor: Int32) async throws {
    try await pool.suspendSocket(
      Socket(file: Socket.FileDescriptor(rawValue: descriptor)), untilReadyFor: .read)
  }

  /// Takes connections at an address of this machine; port 0 is any that is free.
  func listen(at host: String, port: Int) throws(DoorwayError) -> Listener {
    guard let port = UInt16(exactly: port) else {
      throw DoorwayError(.bind, host, cause: "\(port) is no port")
    }
    do {
      let open: Socket
      if host.contains(":") {
        open = try listening(at: .inet6(ip6: host, port: port))
      } else {
        open = try listening(at: .inet(ip4: host, port: port))
      }
      return try Listener(socket: AsyncSocket(socket: open, pool: pool), pool: pool)
    } catch SocketError.failed(_, let code, _) {
      throw DoorwayError(.bind, host, errno: code)
    } catch {
      throw DoorwayError(.bind, host, cause: "\(error)")
    }
  }

  private func listening(at address: some SocketAddress) throws -> Socket {
    let open = try Socket(domain: Int32(type(of: address).family), type: .stream)
    do {
      try open.setValue(true, for: .localAddressReuse)
      keepToThisProgram(open.file.rawValue)
      try open.bind(to: address)
      try open.listen()
      return open
    } catch {
      try? open.close()
      throw error
    }
  }

  /// A thousand open pages need as many descriptors; systems give a program fewer unless asked.
  func makeRoomForDescriptors() {
    var limit = rlimit()
    #if canImport(Darwin)
      let kind = RLIMIT_NOFILE
      let most: rlim_t = 10_240
    #else
      let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
      let most: rlim_t = 65_536
    #endif
    guard getrlimit(kind, &limit) == 0, limit.rlim_cur < most else { return }
    limit.rlim_cur = min(most, limit.rlim_max)
    setrlimit(kind, &limit)
  }
}

/// Why the door could not be opened.
package struct DoorwayError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Step: String, Sendable {
    case bind = "listen at"
    case watch = "watch"
  }

  package let step: Step
  package let subject: String
  package let cause: String
  /// Whether somebody else is there already.
  package let isTaken: Bool

  init(_ step: Step, _ subject: String, cause: String) {
    self.step = step
    self.subject = subject
    self.cause = cause
    isTaken = false
  }

  init(_ step: Step, _ subject: String, errno code: Int32) {
    self.step = step
    self.subject = subject
    cause = String(cString: strerror(code))
    isTaken = code == EADDRINUSE
  }

  package var description: String { "cannot \(step.rawValue) '\(subject)': \(cause)" }
}

/// Where connections come in.
struct Listener: Sendable {
  fileprivate let socket: AsyncSocket
  fileprivate let pool: any AsyncSocketPool

  /// The port that was taken.
  var port: Int? {
    switch try? socket.socket.sockname() {
    case .ip4(_, let port): Int(port)
    case .ip6(_, let port): Int(port)
    default: nil
    }
  }

  /// The next connection; nil when this one came to nothing, or there is no descriptor for it.
  func accept() async throws -> Wire? {
    while true {
      do {
        let file = try socket.socket.accept().file
        let taken = Socket(file: file)
        keepToThisProgram(file.rawValue)
        try taken.setFlags(.nonBlocking)
        return Wire(socket: taken, pool: pool)
      } catch SocketError.blocked {
        try await pool.suspendSocket(socket.socket, untilReadyFor: .connection)
      } catch SocketError.failed {
        return nil
      }
    }
  }

  func close() { try? socket.close() }
}

/// One connection, as bytes in and bytes out.
struct Wire: Sendable {
  fileprivate let socket: Socket
  fileprivate let pool: any AsyncSocketPool

  fileprivate init(socket: Socket, pool: any AsyncSocketPool) {
    self.socket = socket
    self.pool = pool
    // Without this, the last part of an answer waits for the first one to be confirmed.
    var yes: Int32 = 1
    setsockopt(
      socket.file.rawValue, Int32(IPPROTO_TCP), TCP_NODELAY, &yes,
      socklen_t(MemoryLayout<Int32>.size))
    #if canImport(Darwin)
      setsockopt(
        socket.file.rawValue, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  /// Appends what has come in, waiting until there is something; false at the other side's end.
  func read(into buffer: inout [UInt8]) async throws -> Bool {
    while true {
      var got = 0
      var failure: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: 4096) { room, count in
        got = recv(socket.file.rawValue, room.baseAddress, room.count, 0)
        if got < 0 { failure = errno }
        count = max(0, got)
      }
      if got > 0 {
        buffer += part
        return true
      }
      if got == 0 { return false }
      switch failure {
      case EINTR: continue
      case EAGAIN: try await pool.suspendSocket(socket, untilReadyFor: .read)
      default: return false
      }
    }
  }

  /// Sends all of it, waiting where the other side is slow; throws when that side is gone.
  func write(_ bytes: [UInt8]) async throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { all in
        send(
          socket.file.rawValue, all.baseAddress.map { $0 + sent }, all.count - sent, silently)
      }
      if count >= 0 {
        sent += count
      } else if errno == EAGAIN {
        try await pool.suspendSocket(socket, untilReadyFor: .write)
      } else if errno != EINTR {
        throw SocketError.disconnected
      }
    }
  }

  /// Ends both directions at once, which wakes whoever waits for this connection.
  func hangUp() { shutdown(socket.file.rawValue, Int32(SHUT_RDWR)) }

  /// Says that nothing more will be sent.
  func finish() { shutdown(socket.file.rawValue, Int32(SHUT_WR)) }

  /// Nobody may be waiting for it any more.
  func close() { try? socket.close() }
}

/// A connection that the other side has left is an error to answer, and no signal to die of.
private let silently: Int32 = {
  #if canImport(Darwin)
    0
  #else
    Int32(MSG_NOSIGNAL)
  #endif
}()

/// Programs that are started from here, such as a browser, get no descriptor of ours.
private func keepToThisProgram(_ descriptor: Int32) {
  _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
}
