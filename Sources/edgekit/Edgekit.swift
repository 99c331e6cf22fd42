@main
struct Edgekit {
  static func main() {}
}
