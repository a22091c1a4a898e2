import CMalloc

/// How the memory of a process that answers for weeks is had from the system and given back.
enum Allocator {
  /// Sets it; to be called before the first thread begins.
  ///
  /// Left alone, glibc makes a heap for each of up to eight threads a processor, and what one large answer took
  /// teaches it to keep as much in each heap: a national register then holds 300 MB, of which most is nobody's
  /// (mallopt(3), M_MMAP_THRESHOLD and M_ARENA_MAX).
  static func prepare() {
    mallopt(M_ARENA_MAX, 2)
    // What is larger has pages of its own, which go back at once; a number that is set stays as it is.
    mallopt(M_MMAP_THRESHOLD, 1 << 20)
    mallopt(M_TRIM_THRESHOLD, 4 << 20)
  }
}
