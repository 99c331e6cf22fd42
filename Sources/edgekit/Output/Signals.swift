#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Keeps the signals that end a program waiting for as long as files are half done.
///
/// They are delivered on release. Threads that the program starts have all signals masked by
/// libdispatch, so holding them here holds them everywhere.
struct HeldSignals {
  private var previous = sigset_t()

  init() {
    var held = sigset_t()
    unsafe sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&held, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &held, &previous)
  }

  /// Lets the signals through that were let through before.
  func release() {
    var previous = previous
    unsafe pthread_sigmask(SIG_SETMASK, &previous, nil)
  }
}

/// What the process does with signals.
enum Signals {
  /// Makes a write to a closed pipe an error that can be handled, instead of the end.
  static func ignoreClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }
}
