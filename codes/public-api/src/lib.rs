//! This library is empty: the package contains only a test.
