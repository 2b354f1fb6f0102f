//! The list of the enums of all tables.

/// Calls a function with each enum: `for_each_table!(check, &texts)` calls `check::<cmi::HttpStatus>(&texts)` and so on.
macro_rules! for_each_table {
    ($function:ident $(, $argument:expr)*) => {
        $function::<codes::cmi::HttpStatus>($($argument),*);
        $function::<codes::cmi::ReturnCode>($($argument),*);
        $function::<codes::lianlian::ReturnCode>($($argument),*);
    };
}
