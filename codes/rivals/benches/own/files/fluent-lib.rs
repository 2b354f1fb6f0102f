use fluent::{FluentArgs, FluentBundle, FluentResource};

pub struct Messages(Vec<FluentBundle<FluentResource>>);

impl Messages {
    pub fn load() -> Self {
        let languages = [
            ("en", include_str!("../locales/en.ftl")),
            ("de", include_str!("../locales/de.ftl")),
            ("ja", include_str!("../locales/ja.ftl")),
        ];
        let bundle = |(tag, text): (&str, &str)| {
            let resource = FluentResource::try_new(text.to_owned()).expect("the file is valid");
            let mut bundle = FluentBundle::new(vec![tag.parse().unwrap()]);
            bundle.set_use_isolating(false);
            bundle.add_resource(resource).expect("each code has one message");
            bundle
        };
        Messages(languages.map(bundle).into())
    }

    pub fn has(&self, code: &str) -> bool {
        self.0[0].has_message(code)
    }

    /// Returns the message of a code in a language (0 to 2), and whether all arguments were given; `None` if there is no message.
    pub fn message(&self, code: &str, lang: usize, arguments: &FluentArgs) -> Option<(String, bool)> {
        let pattern = self.0[lang].get_message(code)?.value()?;
        let mut errors = Vec::new();
        let text = self.0[lang].format_pattern(pattern, Some(arguments), &mut errors);
        Some((text.into_owned(), errors.is_empty()))
    }
}
