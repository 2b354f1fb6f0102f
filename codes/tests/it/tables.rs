//! The enums of all tables, in one place.

/// Calls a function for the enum of each table: `for_each_table!(check, &texts)` is `check::<cmi::HttpStatus>(&texts)` and so on.
macro_rules! for_each_table {
    ($function:ident $(, $argument:expr)*) => {
        $function::<codes::cmi::HttpStatus>($($argument),*);
        $function::<codes::cmi::ReturnCode>($($argument),*);
        $function::<codes::lianlian::ReturnCode>($($argument),*);
    };
}
