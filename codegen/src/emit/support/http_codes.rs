/// Converts a code into the status type of the crate `http`.
macro_rules! http_code {
    ($feature:literal, $code:path, $status:ty) => {
        #[cfg(feature = $feature)]
        impl From<$code> for $status {
            #[inline]
            fn from(code: $code) -> Self {
                code.status_code()
            }
        }
    };
}
