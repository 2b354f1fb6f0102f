/// Writes the code; the alternate form adds the message.
#[inline]
fn display<C: Code>(code: C, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
    if f.alternate() {
        let message = code.render(Lang::DISPLAY, &[]);
        f.pad(&alloc::format!("{} {message}", code.code()))
    } else {
        f.pad(code.code())
    }
}
