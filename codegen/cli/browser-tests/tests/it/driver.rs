//! A browser of a test's own, driven through WebDriver.
//!
//! Where Chromium or its driver is not installed, the tests that need them say so and pass, unless `REQUIRE_BROWSER`
//! is set. Nothing here waits for a time: conditions are waited for, with a limit that only a fault reaches.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::catalog::{codegen, ours};

/// How long a condition is waited for.
const LIMIT: Duration = Duration::from_secs(60);

/// What the browser is like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setup {
    pub(super) language: &'static str,
    /// The size of a phone's screen instead of a desktop's.
    pub(super) is_phone: bool,
    pub(super) has_scripts: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Setup {
            language: "en-US",
            is_phone: false,
            has_scripts: true,
        }
    }
}

/// A page that a catalog was exported to, open in a browser.
pub(super) struct Page {
    pub(super) client: Client,
    pub(super) address: String,
    has_scripts: bool,
}

/// Exports a catalog, opens the page, and runs a test on it. The console must stay without errors.
pub(super) fn on_page(catalog: &Path, setup: Setup, test: impl AsyncFnOnce(&Page)) {
    let (Some(driver), Some(browser)) = (
        find(&["chromedriver"]),
        find(&["chromium", "chromium-browser", "google-chrome"]),
    ) else {
        assert!(
            std::env::var_os("REQUIRE_BROWSER").is_none(),
            "REQUIRE_BROWSER is set, and chromium or chromedriver is not installed"
        );
        // Not by `eprintln!`: the output of a test that passes is not shown.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED, no browser: install chromium and chromedriver to run this test"
        );
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("codes.html");
    codegen(
        catalog,
        &[
            "export",
            "--format=html",
            &format!("--out={}", file.display()),
        ],
    )
    .clean();
    let driver = Driver::start(&driver);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let client = driver.open(&browser, setup).await;
        let page = Page {
            client,
            address: format!("file://{}", file.display()),
            has_scripts: setup.has_scripts,
        };
        page.go("").await;
        test(&page).await;
        page.assert_console_is_clean().await;
        page.client.clone().close().await.unwrap();
    });
}

/// Counts the codes of our catalog that are like this, each with its table, in the JSON that `export` prints.
pub(super) fn count_codes(is_wanted: impl Fn(&Value, &Value) -> bool) -> usize {
    let json = codegen(&ours(), &["export", "--format=json"]).clean();
    let json: Value = serde_json::from_str(&json).unwrap();
    let tables = json["tables"].as_array().unwrap().iter();
    let codes = tables.flat_map(|table| {
        let codes = table["codes"].as_array().unwrap().iter();
        codes.map(move |code| (table, code))
    });
    codes.filter(|(table, code)| is_wanted(table, code)).count()
}

/// A program on the path.
fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let places = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.into_iter().find(|place| place.is_file())
}

/// ChromeDriver on a free port. It ends, with its browsers, when it is dropped.
struct Driver {
    child: Child,
    port: u16,
    profile: TempDir,
}

impl Driver {
    fn start(program: &Path) -> Self {
        let mut child = Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // "ChromeDriver was started successfully on port 35137."
        let port = lines.map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        Driver {
            child,
            port: port.expect("the driver says on which port it listens"),
            profile: tempfile::tempdir().unwrap(),
        }
    }

    async fn open(&self, browser: &Path, setup: Setup) -> Client {
        let profile = format!("--user-data-dir={}", self.profile.path().display());
        let language = format!("--lang={}", setup.language);
        let mut options = json!({
            "binary": browser,
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
                "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
                "--window-size=1280,900", language, profile,
            ],
            "prefs": { "intl.accept_languages": setup.language },
        });
        if setup.is_phone {
            options["mobileEmulation"] = json!({ "deviceMetrics": { "width": 390, "height": 844, "pixelRatio": 2.0, "touch": true } });
        }
        if !setup.has_scripts {
            options["prefs"]["profile.managed_default_content_settings.javascript"] = json!(2);
        }
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let Value::Object(capabilities) = capabilities else {
            unreachable!()
        };
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .unwrap()
    }
}

impl Drop for Driver {
    /// Asks it to end, with its browsers: a driver that is killed would leave them behind.
    fn drop(&mut self) {
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _ = stream.set_read_timeout(Some(LIMIT));
            let _ = stream.write_all(
                b"GET /shutdown HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            );
            let _ = stream.read_to_end(&mut Vec::new());
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Page {
    /// Opens the page at an anchor: `#lianlian-2008`. It is loaded anew.
    pub(super) async fn go(&self, anchor: &str) {
        self.client.goto("about:blank").await.unwrap();
        self.client
            .goto(&format!("{}{anchor}", self.address))
            .await
            .unwrap();
        self.is_ready().await;
    }

    /// Waits until the page's script has done what the address asks for.
    async fn is_ready(&self) {
        if self.has_scripts {
            self.until("document.documentElement.className === 'ready'")
                .await;
        }
    }

    pub(super) async fn element(&self, selector: &str) -> Element {
        self.client
            .find(Locator::Css(selector))
            .await
            .unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    pub(super) async fn count(&self, selector: &str) -> usize {
        self.client
            .find_all(Locator::Css(selector))
            .await
            .unwrap()
            .len()
    }

    pub(super) async fn click(&self, selector: &str) {
        self.element(selector).await.click().await.unwrap();
    }

    pub(super) async fn text(&self, selector: &str) -> String {
        self.element(selector).await.text().await.unwrap()
    }

    /// Types where the focus is.
    pub(super) async fn keys(&self, keys: &str) {
        self.client
            .active_element()
            .await
            .unwrap()
            .send_keys(keys)
            .await
            .unwrap();
    }

    /// Types into the search field, in place of what is there.
    pub(super) async fn search(&self, query: &str) {
        let field = self.element("#query").await;
        field.clear().await.unwrap();
        field.send_keys(query).await.unwrap();
    }

    /// The codes that are shown, from the top.
    pub(super) async fn codes(&self) -> Vec<String> {
        let codes = self.run("return [...document.querySelectorAll('#tables tbody th a')].map((cell) => cell.textContent)").await;
        serde_json::from_value(codes).unwrap()
    }

    pub(super) async fn run(&self, script: &str) -> Value {
        self.client
            .execute(script, Vec::new())
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits until an expression of the page's is true.
    pub(super) async fn until(&self, expression: &str) {
        let start = Instant::now();
        while self.run(&format!("return Boolean({expression})")).await != Value::Bool(true) {
            assert!(
                start.elapsed() < LIMIT,
                "not even after {LIMIT:?}: {expression}"
            );
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    async fn assert_console_is_clean(&self) {
        let log = self.client.issue_cmd(Log).await.unwrap();
        assert_eq!(log, json!([]), "in the browser's console");
    }
}

/// What is in the browser's console: a command of ChromeDriver's own.
#[derive(Debug)]
struct Log;

impl WebDriverCompatibleCommand for Log {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (
            http::Method::POST,
            Some(json!({ "type": "browser" }).to_string()),
        )
    }
}

/// The role that assistive technology is told of an element.
#[derive(Debug)]
pub(super) struct ComputedRole(pub(super) String);

impl WebDriverCompatibleCommand for ComputedRole {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/element/{}/computedrole",
            session.unwrap_or_default(),
            self.0
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::GET, None)
    }
}
