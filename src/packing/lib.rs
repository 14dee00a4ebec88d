//! Brotli in a crate of its own. Its encoder is generic and is compiled with whoever calls it: here it is optimised, while
//! the site, which a newcomer waits for, is not.

use brotli::enc::BrotliEncoderParams;

/// The bytes as brotli packs them, trying as hard as a quality says, of 11.
///
/// # Errors
///
/// What the encoder says.
pub fn brotli(bytes: &[u8], quality: i32) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let params = BrotliEncoderParams { quality, lgwin: 22, ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    Ok(out)
}
