//! The example `server`, over HTTP.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;

use serde_json::{Value, json};

use crate::guide::GUIDE;

#[expect(dead_code, reason = "the test serves on a listener of its own")]
#[path = "../../examples/server.rs"]
mod example;

/// The running example. It ends with the tests.
struct Server {
    address: SocketAddr,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        listener.set_nonblocking(true).unwrap();
        thread::spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread();
            let runtime = { runtime }.enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                axum::serve(listener, example::service()).await.unwrap();
            });
        });
        Server { address }
    }

    /// Sends a request; returns the status, the head and the body of the response.
    fn send(&self, request: &str, languages: &str, body: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(self.address).unwrap();
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
