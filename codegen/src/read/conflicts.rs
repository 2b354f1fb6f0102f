//! Merge conflicts that git left in a file.

use crate::report::Report;
use crate::source::{SourceId, Sources, Span};

/// Reports the merge conflicts of a file, all of them in one error; returns `true` if it has none.
pub(super) fn check(source: SourceId, sources: &Sources, report: &mut Report) -> bool {
    let text = &sources.get(source).text;
    let (mut start, mut first, mut more) = (None, None, 0);
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let place = Span::new(source, end..end + line.trim_end().len());
        end += line.len();
        if line.starts_with("<<<<<<<") {
            start = start.or(Some(place));
        } else if line.starts_with(">>>>>>>")
            && let Some(start) = start.take()
        {
            match first {
                None => first = Some((start, place)),
                Some(_) => more += 1,
            }
        }
    }
    let Some((start, end)) = first else {
        return true;
    };
    let mut finding = report
        .error(start, "unresolved merge conflict")
        .related(end, "conflict ends here");
    if more > 0 {
        finding = finding.note(format!("and {more} more in this file"));
    }
    finding.help("keep the right lines, and delete those with `<<<<<<<`, `=======` and `>>>>>>>`");
    false
}
