//! The copy buttons. The tests paste the copied text into a field.

use fantoccini::key::Key;

use crate::driver::{Page, Setup, on_page};
use crate::ours;

#[test]
fn links_paths_and_snippets_are_copied() {
    on_page(&ours(), Setup::default(), async |page| {
        page.go("#lianlian-2008").await;
        let link = copied(page, "tr.detail .actions .copy").await;
        assert_eq!(link, format!("{}#lianlian-2008", page.address));
        let buttons = "tr.detail .texts .copy";
        assert_eq!(copied(page, buttons).await, "2008");
        let messages = ["交易处理中", "The transaction is being processed"];
        for (button, message) in [2, 3].into_iter().zip(messages) {
            assert_eq!(
                copied(page, &format!("{buttons}:nth-child({button})")).await,
                message
            );
        }
        let path = copied(page, "tr.detail .for-rust p .copy").await;
        assert_eq!(path, "codes::lianlian::ReturnCode::TransactionProcessing");
        // A single-line field drops the line breaks.
        let snippet = copied(page, "tr.detail .snippet .copy").await;
        assert!(
            snippet.starts_with("use codes::lianlian::ReturnCode;"),
            "{snippet}"
        );
        assert!(
            snippet.contains("Some(ReturnCode::TransactionProcessing)"),
            "{snippet}"
        );

        // Some browsers refuse the clipboard for a page on disk.
        page.run("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
            .await;
        assert_eq!(copied(page, "tr.detail .actions .copy").await, link);
    });
}

#[test]
fn a_double_click_selects_a_word() {
    on_page(&ours(), Setup::default(), async |page| {
        page.search("2008").await;
        let point = "const box = document.querySelector('#lianlian-2008 .message:lang(en)').getBoundingClientRect(); return [box.left + 60, box.top + 15]";
        let point: (f64, f64) = serde_json::from_value(page.run(point).await).unwrap();
        for clicks in [1, 2] {
            page.press(point, clicks).await;
        }
        assert_eq!(
            page.run("return getSelection().toString().trim()").await,
            "transaction"
        );
        assert_eq!(
            page.count("tr.detail").await,
            1,
            "the second click does not close the code"
        );
    });
}

/// Copies a text and returns it.
async fn copied(page: &Page, button: &str) -> String {
    page.run("document.getElementById('announcement').textContent = ''")
        .await;
    page.click(button).await;
    page.until("document.getElementById('announcement').textContent === 'Copied'")
        .await;
    // Use a separate field: the search field would start a search.
    page.run("const field = document.createElement('input'); field.id = 'pasted'; document.body.prepend(field); field.focus()").await;
    page.keys(&format!("{}v", char::from(Key::Control))).await;
    page.until("document.getElementById('pasted').value !== ''")
        .await;
    let text = page
        .run("const field = document.getElementById('pasted'); field.remove(); return field.value")
        .await;
    text.as_str().unwrap().to_owned()
}
