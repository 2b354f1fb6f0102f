//! The types can be sent, shared and unwound, whatever their fields become.

#[test]
fn types_keep_their_auto_traits() {
    fn has_them<T: Send + Sync + Unpin + std::panic::UnwindSafe + std::panic::RefUnwindSafe>() {}
    for_each_table!(has_them);
    has_them::<codes::cmi::Scope>();
    has_them::<codes::Received<codes::cmi::ReturnCode>>();
    has_them::<codes::UnknownCode<codes::cmi::ReturnCode>>();
    has_them::<codes::NotSuccessful<codes::cmi::ReturnCode>>();
    has_them::<codes::Arguments<'_>>();
    has_them::<(codes::Entry, codes::Entries)>();
    has_them::<(
        codes::Lang,
        codes::UnknownLang,
        codes::Outcome,
        codes::Retry,
    )>();
}
