//! The browser's side: everything that touches the window. [`mount()`] is the only way in.

mod mount;
mod page;
mod panic;

pub use mount::{Mounted, mount};
