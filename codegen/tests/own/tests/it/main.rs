//! What a team that defines its own codes relies on.

mod copy;
mod errors;
mod guide;
mod server;
mod texts;
