/// Stores a code in a column of text, and reads it from one, in every database of sqlx that has text columns.
macro_rules! sqlx_code {
    ($feature:literal, [$($parameter:ident)?], $code:ty) => {
        #[cfg(feature = $feature)]
        impl<$($parameter: Code,)? DB: ::sqlx::Database> ::sqlx::Type<DB> for $code
        where
            alloc::string::String: ::sqlx::Type<DB>,
        {
            #[inline]
            fn type_info() -> DB::TypeInfo {
                <alloc::string::String as ::sqlx::Type<DB>>::type_info()
            }

            #[inline]
            fn compatible(info: &DB::TypeInfo) -> bool {
                <alloc::string::String as ::sqlx::Type<DB>>::compatible(info)
            }
        }

        #[cfg(feature = $feature)]
        impl<'q, $($parameter: Code,)? DB: ::sqlx::Database> ::sqlx::Encode<'q, DB> for $code
        where
            alloc::string::String: ::sqlx::Encode<'q, DB>,
        {
            #[inline]
            fn encode_by_ref(
                &self,
                buffer: &mut DB::ArgumentBuffer<'q>,
            ) -> Result<::sqlx::encode::IsNull, ::sqlx::error::BoxDynError> {
                ::sqlx::Encode::encode(alloc::string::String::from(self.code()), buffer)
            }
        }

        #[cfg(feature = $feature)]
        impl<'r, $($parameter: Code,)? DB: ::sqlx::Database> ::sqlx::Decode<'r, DB> for $code
        where
            alloc::string::String: ::sqlx::Decode<'r, DB>,
        {
            #[inline]
            fn decode(value: DB::ValueRef<'r>) -> Result<Self, ::sqlx::error::BoxDynError> {
                // Some databases read `NULL` as empty text.
                if ::sqlx::ValueRef::is_null(&value) {
                    return Err(::sqlx::error::UnexpectedNullError.into());
                }
                let text: alloc::string::String = ::sqlx::Decode::decode(value)?;
                Ok(text.try_into()?)
            }
        }
    };
}
