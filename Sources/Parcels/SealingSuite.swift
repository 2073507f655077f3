/// By what a parcel is sealed; the head names it, so that another can be added.
public enum SealingSuite: String, Hashable, Sendable {
  /// HPKE (RFC 9180) in base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305.
  case x25519 = "X25519-SHA256-ChaCha20Poly1305"
}
