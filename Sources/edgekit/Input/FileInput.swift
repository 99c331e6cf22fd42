internal import EdgeSyntax
internal import SystemPackage

/// A text that is to be read: a file, one that git keeps, or standard input.
struct InputFile {
  /// What it is called in messages.
  var name: String
  /// Where it is; nil for standard input and for what git keeps.
  var path: FilePath?
  /// What git calls it; nil for everything else.
  var gitObject: String?
  /// The file itself, whatever it is called; nil for standard input and pipes.
  var identity: FileIdentity?
}

/// What makes two paths the same file.
struct FileIdentity: Hashable, Sendable {
  private let device: DeviceID
  private let inode: Inode

  init(_ stat: Stat) {
    device = stat.deviceID
    inode = stat.inode
  }
}

/// Reads whole files, each with one allocation of the right size.
enum FileInput {
  /// The bytes of a file or of standard input.
  static func read(_ file: InputFile) throws(IOFailure) -> [UInt8] {
    if let object = file.gitObject { return try GitInput.read(object) }
    do {
      guard let path = file.path else {
        return try readToEnd(of: .standardInput, name: file.name)
      }
      let descriptor = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
      // Nothing was written, so there is nothing that closing could lose.
      defer { try? descriptor.close() }
      return try read(descriptor, name: file.name)
    } catch let failure as IOFailure {
      throw failure
    } catch {
      throw IOFailure(.read, file.name, error as? Errno ?? .ioError)
    }
  }

  private static func read(_ descriptor: FileDescriptor, name: String) throws -> [UInt8] {
    let stat = try Stat(descriptor)
    // Files of `/proc` have no size and yet a content.
    guard stat.type == .regular, stat.size > 0 else {
      return try readToEnd(of: descriptor, name: name)
    }
    guard stat.size <= DocumentReader.sizeLimit else { throw tooLarge(name) }
    return try unsafe [UInt8](largeCapacity: Int(stat.size)) { buffer in
      var count = 0
      while count < buffer.count {
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        let length = try unsafe descriptor.read(into: rest)
        if length == 0 { break }
        count += length
      }
      return count
    }
  }

  static func readToEnd(of descriptor: FileDescriptor, name: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let length = try unsafe chunk.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }
      if length == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<length])
      guard bytes.count <= DocumentReader.sizeLimit else { throw tooLarge(name) }
    }
  }

  private static func tooLarge(_ name: String) -> IOFailure {
    IOFailure(
      .read, name, .refused("more than 1 GiB"), advice: "split it at its '---' lines")
  }
}
