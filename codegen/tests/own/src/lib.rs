//! The errors of a platform for orders, accounts, payments and parcels.
//!
//! Each code has a constructor with the arguments of its message:
//!
//! ```
//! use shop_errors::{CodeError, ErrorCode, Lang};
//!
//! fn find(order_id: u64) -> Result<String, CodeError<ErrorCode>> {
//!     Err(ErrorCode::order_not_found(order_id))
//! }
//!
//! let error = find(17).unwrap_err();
//! assert_eq!(error.to_string(), "Order 17 was not found");
//! assert_eq!(error.message(Lang::Ja), "注文17が見つかりません");
//! ```
//!
//! A missing argument does not compile:
//!
//! ```compile_fail,E0061
//! let error = shop_errors::ErrorCode::order_not_found();
//! ```
//!
//! Neither does an extra argument, nor one that cannot be displayed:
//!
//! ```compile_fail,E0061
//! let error = shop_errors::ErrorCode::payment_service_down(17);
//! ```
//!
//! ```compile_fail,E0277
//! let error = shop_errors::ErrorCode::order_not_found(vec![17]);
//! ```

include!("generated/mod.rs");

pub use api::ErrorCode;
pub use delivery::DeliveryCode;
