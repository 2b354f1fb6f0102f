/// The language of the first of several messages of a row that is not missing.
macro_rules! first_lang {
    (() $lang:ident $($rest:tt)+) => {
        first_lang!($($rest)+)
    };
    (($message:literal) $lang:ident $($rest:tt)*) => {
        Lang::$lang
    };
}
