/// The additional methods of enums whose table has scopes.
macro_rules! scope_methods {
    () => {
        /// Returns the row for a scope: the scope's own, or the one for `any`.
        #[inline]
        #[must_use]
        pub const fn entry(self, scope: self::Scope) -> Option<Entry> {
            self.entries().in_scope(scope.as_str())
        }
    };
}

impl Entries {
    #[inline]
    const fn in_scope(&self, scope: &str) -> Option<Entry> {
        match self.find(scope) {
            Some(entry) => Some(entry),
            None => self.find("any"),
        }
    }

    #[inline]
    const fn find(&self, scope: &str) -> Option<Entry> {
        if matches!(self.first, Some(entry) if entry.is_in(scope)) {
            return self.first;
        }
        let mut index = 0;
        while index < self.rest.len() {
            if self.rest[index].is_in(scope) {
                return Some(self.rest[index]);
            }
            index += 1;
        }
        None
    }
}

impl Entry {
    #[inline]
    const fn is_in(&self, scope: &str) -> bool {
        match self.scope {
            Some(own) => const_str_eq(own, scope),
            None => false,
        }
    }
}
