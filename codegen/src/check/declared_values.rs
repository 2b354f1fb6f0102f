//! The rules, for what the catalog itself declares: the HTTP statuses of values, and the values of undocumented codes.

use crate::model::{Catalog, Condition, HttpStatus, Rule, Value};
use crate::report::Report;

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    for (own, attribute) in catalog.attributes.iter().enumerate() {
        for (index, (status, span)) in attribute.http.iter().enumerate() {
            let value = |other| (other == own).then_some(Value::Enum(index));
            for rule in broken(catalog, Some(*status), &value) {
                let name = &attribute.values()[index].name.text;
                report
                    .lint(
                        rule.level,
                        "rule",
                        *span,
                        format!(
                            "status `{status}` of `{name}` breaks the rule: {}",
                            rule.doc
                        ),
                    )
                    .related(rule.span, "rule defined here")
                    .help("change the status, or change the rule");
            }
        }
    }
    let status = catalog.http.as_ref().and_then(|http| http.undocumented);
    let value = |index: usize| catalog.attributes[index].undocumented.clone();
    for rule in broken(catalog, status, &value) {
        report
            .lint(
                rule.level,
                "rule",
                rule.span,
                format!("undocumented codes break the rule: {}", rule.doc),
            )
            .help("change `undocumented` in `[http]` or in an attribute, or change the rule");
    }
}

/// Returns the rules that every code with this status and these values breaks.
fn broken<'a>(
    catalog: &'a Catalog,
    status: Option<HttpStatus>,
    value: &'a dyn Fn(usize) -> Option<Value>,
) -> impl Iterator<Item = &'a Rule> {
    (catalog.rules.iter()).filter(move |rule| {
        let holds = |condition: &Condition| condition.holds_for(status, value);
        rule.level.level().is_some()
            && holds(&rule.when) == Some(true)
            && (rule.expect.as_ref().and_then(holds) == Some(false)
                || rule.forbid.as_ref().and_then(holds) == Some(true))
    })
}
