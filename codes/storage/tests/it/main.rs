//! Stores each code in SQLite and reads it back.

use codes::{Code, Received, cmi, lianlian};
use sqlx::error::BoxDynError;
use sqlx::sqlite::{Sqlite, SqliteConnection};
use sqlx::{Connection, Decode, Encode, Type};

/// Runs a test with a new database, which has a table with a column of text and a column of numbers.
fn with_database<F: AsyncFnOnce(&mut SqliteConnection) -> Result<(), BoxDynError>>(test: F) {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let run = async {
        let mut database = SqliteConnection::connect("sqlite::memory:").await?;
        let table = "CREATE TABLE codes (id INTEGER PRIMARY KEY, code TEXT, number INTEGER)";
        sqlx::query(table).execute(&mut database).await?;
        test(&mut database).await
    };
    runtime.unwrap().block_on(run).unwrap();
}

/// Writes a value into a column, and returns what the database reads.
async fn stored<T, U>(
    database: &mut SqliteConnection,
    column: &str,
    value: T,
) -> Result<U, sqlx::Error>
where
    T: for<'q> Encode<'q, Sqlite> + Type<Sqlite> + 'static,
    U: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + Send + Unpin,
{
    let insert = format!("INSERT INTO codes ({column}) VALUES (?) RETURNING {column}");
    let query = sqlx::query_scalar(&insert).bind(value);
    query.fetch_one(database).await
}

async fn every_code<C>(database: &mut SqliteConnection) -> Result<(), BoxDynError>
where
    C: Code + for<'q> Encode<'q, Sqlite> + for<'r> Decode<'r, Sqlite> + Type<Sqlite> + Unpin,
{
    for code in C::ALL.iter().copied() {
        let received = Received::from(code);
        let text: String = stored(database, "code", code).await?;
        assert_eq!(text, code.code());
        let read: C = stored(database, "code", code).await?;
        assert_eq!(read, code);
        let read: Received<C> = stored(database, "code", received.clone()).await?;
        assert_eq!(read, received);
        let read: Option<C> = stored(database, "code", Some(code)).await?;
        assert_eq!(read, Some(code));
    }
    Ok(())
}

#[test]
fn codes_are_read_as_they_were_stored() {
    with_database(async |database| {
        every_code::<cmi::HttpStatus>(database).await?;
        every_code::<cmi::ReturnCode>(database).await?;
        every_code::<lianlian::ReturnCode>(database).await
    });
}

#[test]
fn leading_zeros_are_kept() {
    with_database(async |database| {
        let code = lianlian::ReturnCode::BoundBankCardQueryFailed;
        let text: String = stored(database, "code", code).await?;
        assert_eq!(text, "0106");
        // A column of numbers drops them, so that no code can be read from it.
        let number: i64 = stored(database, "number", code).await?;
        assert_eq!(number, 106);
        let read = stored::<_, Received<lianlian::ReturnCode>>(database, "number", code).await;
        assert!(
            matches!(read, Err(sqlx::Error::ColumnDecode { .. })),
            "{read:?}"
        );
        Ok(())
    });
}

#[test]
fn unknown_codes_are_kept_by_received() {
    with_database(async |database| {
        for text in ["2O08", "", " 0106", "106", "查无此码"] {
            let code = Received::<lianlian::ReturnCode>::from(text);
            let read: Received<lianlian::ReturnCode> =
                stored(database, "code", code.clone()).await?;
            assert_eq!((&read, read.code()), (&code, text));
            let read = stored::<_, lianlian::ReturnCode>(database, "code", code).await;
            let error = read.unwrap_err().to_string();
            let expected = format!("lianlian/return-code has no code {text:?}");
            assert!(error.ends_with(&expected), "{error}");
        }
        Ok(())
    });
}

#[test]
fn null_is_none() {
    with_database(async |database| {
        let none = None::<Received<cmi::ReturnCode>>;
        let read: Option<Received<cmi::ReturnCode>> =
            stored(database, "code", none.clone()).await?;
        assert_eq!(read, None);
        let read = stored::<_, Received<cmi::ReturnCode>>(database, "code", none).await;
        assert!(read.is_err());
        Ok(())
    });
}
