//! The browser's side: everything that touches the window. [`mount()`] is the only way in.

mod host;
mod mount;
mod panic;
mod taken;

pub use host::Host;
pub use mount::{Mounted, mount};
