//! Former names of variants.

use codes::{cmi, lianlian};

/// `expect` requires that the compiler warns of each old name.
#[test]
#[deny(unfulfilled_lint_expectations)]
fn former_names_work_and_are_deprecated() {
    #[expect(deprecated)]
    let code = cmi::ReturnCode::MainCardExpired;
    assert_eq!(code, cmi::ReturnCode::PrimaryCardExpired);
    let is_binding = |code| {
        #[expect(deprecated)]
        let old = matches!(code, lianlian::ReturnCode::SigningProcessing);
        old
    };
    assert!(is_binding(lianlian::ReturnCode::CardBindingProcessing));
    assert!(!is_binding(lianlian::ReturnCode::Success));
}
