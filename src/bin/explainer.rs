//! The Wasm entry. The loader calls what the shell exports; nothing happens before that.

extern crate ilrs_explainer;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
