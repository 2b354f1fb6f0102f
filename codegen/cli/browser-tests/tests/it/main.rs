//! The page in headless Chromium, as people use it.

mod copying;
mod driver;
mod finding;
mod hostile;
mod keyboard;
mod language;
mod links;
mod scale;
mod screen;
