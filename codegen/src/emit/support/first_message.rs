/// The first of several messages of a row that is not missing.
macro_rules! first_message {
    (() $lang:ident $($rest:tt)+) => {
        first_message!($($rest)+)
    };
    (($message:literal) $($rest:tt)+) => {
        $message
    };
}
