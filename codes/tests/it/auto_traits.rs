//! Checks the auto traits of public types, which depend on private fields.

#[test]
fn types_keep_their_auto_traits() {
    fn assert_auto_traits<
        T: Send + Sync + Unpin + std::panic::UnwindSafe + std::panic::RefUnwindSafe,
    >() {
    }
    for_each_table!(assert_auto_traits);
    assert_auto_traits::<codes::cmi::Scope>();
    assert_auto_traits::<codes::Received<codes::cmi::ReturnCode>>();
    assert_auto_traits::<codes::UnknownCode<codes::cmi::ReturnCode>>();
    assert_auto_traits::<codes::NotSuccessful<codes::cmi::ReturnCode>>();
    assert_auto_traits::<codes::Arguments<'_>>();
    assert_auto_traits::<(codes::Entry, codes::Entries)>();
    assert_auto_traits::<(
        codes::Lang,
        codes::UnknownLang,
        codes::Outcome,
        codes::Retry,
    )>();
}
