//! UUIDs that are the same in every build.

use sha2::{Digest, Sha256};

/// A UUID of version 8 (RFC 9562) made of the content, so that another content has another.
pub fn uuid(content: &[u8]) -> String {
    let hash = Sha256::digest(content);
    let mut bytes: [u8; 16] = std::array::from_fn(|place| hash[place]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}
