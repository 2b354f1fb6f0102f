//! The example of an exporter, which uses the public API.

#[allow(dead_code)] // Its `main`.
#[path = "../../examples/sql.rs"]
mod sql;

use codegen::Catalog;

#[test]
fn the_example_prints_an_insert_for_each_code() {
    let catalog = Catalog::load("tests/fixtures/pass/three-languages/catalog.toml").unwrap();
    let expected = "\
INSERT INTO code VALUES ('carrier::parcel::Status::ProtocolViolated', '08P01', 'The protocol was violated', 400);
INSERT INTO code VALUES ('carrier::parcel::Status::Pair', 'AB', '{b}{a}', NULL);
INSERT INTO code VALUES ('carrier::parcel::Status::Delivered', 'DL', 'Delivered {{{place}}}', 200);
INSERT INTO code VALUES ('carrier::parcel::Status::InTransit', 'IT', 'Parcel {parcel} is in {place}', NULL);
INSERT INTO code VALUES ('carrier::parcel::Status::LateByDays', 'LATE', '{days} days late ({days})', NULL);
INSERT INTO code VALUES ('carrier::parcel::Status::CarrierText', 'RAW', '{text}', 500);
INSERT INTO code VALUES ('carrier::Step::Begun', '000', 'Begun', NULL);
INSERT INTO code VALUES ('carrier::Step::Held', '007', 'Held by {office}', 409);
";
    assert_eq!(sql::inserts(&catalog), expected);
}
