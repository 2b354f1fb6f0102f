//! The example `server`, over HTTP.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::guide::GUIDE;
use crate::program::build;

/// The running example. It ends with the test.
struct Server {
    process: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Server {
    /// Builds and starts the example.
    fn start() -> Self {
        let program = build(&["--package=shop-errors", "--example=server"]);
        let mut process = Command::new(program)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let stdout = process.stdout.take().unwrap();
        BufReader::new(stdout).read_line(&mut line).unwrap();
        let address = line
            .trim()
            .strip_prefix("http://")
            .expect("it prints its address");
        Server {
            process,
            address: address.to_owned(),
        }
    }

    /// Sends a request; returns the status, the head and the body of the response.
    fn send(&self, request: &str, languages: &str, body: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        write!(
            stream,
            "{request} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\naccept-language: {languages}\r\ncontent-length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        let (head, body) = response.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head.to_owned(), body.to_owned())
    }

    /// Asserts that a request fails with this status, language and body.
    #[track_caller]
    fn assert_error(&self, request: (&str, &str, &str), status: u16, lang: &str, body: Value) {
        let (method, languages, sent) = request;
        let (received, head, text) = self.send(method, languages, sent);
        assert_eq!(received, status, "{head}");
        for header in [
            format!("content-language: {lang}"),
            "content-type: application/json".into(),
        ] {
            assert!(
                head.lines().any(|line| line == header),
                "no {header} in {head}"
            );
        }
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), body);
    }
}

// One test, because each would start a server.
#[test]
fn the_service_answers_with_errors_in_the_language_of_the_client() {
    let server = Server::start();
    let (status, _, body) = server.send("GET /orders/1", "", "");
    assert_eq!((status, body.as_str()), (200, "order 1: one lamp"));
    let not_found =
        |message: &str| json!({ "code": "O001", "message": message, "args": { "order_id": "17" } });
    for (languages, lang, message) in [
        ("ja, en;q=0.5", "ja", "注文17が見つかりません"),
        (
            "fr, de-AT;q=0.9",
            "de",
            "Die Bestellung 17 wurde nicht gefunden",
        ),
        ("fr", "en", "Order 17 was not found"),
    ] {
        let request = ("GET /orders/17", languages, "");
        server.assert_error(request, 404, lang, not_found(message));
    }
    server.assert_error(
        ("POST /orders", "de", "many"),
        400,
        "de",
        json!({
            "code": "R003",
            "message": "Das Feld units ist ungültig: erwartet wird 1-99",
            "args": { "expected": "1-99", "field": "units" },
        }),
    );
    server.assert_error(
        ("POST /orders", "en", "5"),
        409,
        "en",
        json!({
            "code": "O009",
            "message": "Only 0 of 5 units of item LAMP-1 are in stock",
            "args": { "available": "0", "requested": "5", "sku": "LAMP-1" },
        }),
    );
    server.assert_error(
        ("GET /parcels/P-7", "ja", ""),
        410,
        "ja",
        json!({ "code": "D007", "message": "荷物P-7が輸送中に紛失しました", "args": { "parcel_id": "P-7" } }),
    );
    let (_, _, body) = server.send("GET /orders/17", "de", "");
    let guide = std::fs::read_to_string(GUIDE).unwrap();
    assert!(
        guide.contains(&format!("\n{body}\n")),
        "the guide shows {body}"
    );
}
