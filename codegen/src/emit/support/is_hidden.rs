/// Returns `true` for characters that can make a text look different from what it is: control characters, invisible characters,
/// and characters that change the direction of the text after them.
///
/// Besides control characters, these are the characters that Unicode lets programs ignore (`Default_Ignorable_Code_Point`), the separators
/// of lines and paragraphs, the marks of interlinear annotations, and the empty Braille pattern.
#[rustfmt::skip]
#[inline]
fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}
