//! A browser for each test, driven through one ChromeDriver that all tests share.
//!
//! If Chromium or ChromeDriver is not installed, the tests print so and pass, unless `REQUIRE_BROWSER` is set. The tests wait for
//! conditions, not for a time; only a fault reaches the time limit.

use std::ffi::OsStr;
use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Write as _};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use codegen_cli::Terminal;

use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// The time limit for a condition.
const LIMIT: Duration = Duration::from_secs(60);

/// The settings of a browser.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setup {
    pub(super) language: &'static str,
    /// `true` for the screen size of a phone.
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

/// An exported page, open in a browser.
pub(super) struct Page {
    pub(super) client: Client,
    pub(super) address: String,
    has_scripts: bool,
}

/// Exports a catalog, opens the page and runs a test on it. Asserts that the console has no errors.
pub(super) fn on_page(catalog: &Path, setup: Setup, test: impl AsyncFnOnce(&Page)) {
    let Some(driver) = &*DRIVER else {
        assert!(
            std::env::var_os("REQUIRE_BROWSER").is_none(),
            "REQUIRE_BROWSER is set, and chromium or chromedriver is not installed"
        );
        // `eprintln!` would not show in a test that passes.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED, no browser: install chromium and chromedriver to run this test"
        );
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let file = if catalog == crate::ours() {
        OURS.clone()
    } else {
        export(catalog, folder.path().join("codes.html"))
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let client = runtime.block_on(driver.open(&folder.path().join("profile"), setup));
    let page = Page {
        client,
        address: format!("file://{}", file.display()),
        has_scripts: setup.has_scripts,
    };
    let run = async {
        page.go("").await;
        test(&page).await;
        page.assert_console_is_clean().await;
    };
    let result = panic::catch_unwind(AssertUnwindSafe(|| runtime.block_on(run)));
    // Close the browser even if the test failed.
    let closed = runtime.block_on(page.client.close());
    if let Err(panic) = result {
        panic::resume_unwind(panic);
    }
    closed.unwrap();
}

/// Runs a test on the page of this repository's catalog.
static OURS: LazyLock<PathBuf> = LazyLock::new(|| {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("codes.html");
    export(&crate::ours(), file)
});

/// Exports the page of a catalog.
fn export(catalog: &Path, file: PathBuf) -> PathBuf {
    run(
        catalog,
        &["export", "--format=html", "--out", file.to_str().unwrap()],
    );
    file
}

/// Runs the command line on a catalog and returns its output.
fn run(catalog: &Path, arguments: &[&str]) -> String {
    let catalog = ["--catalog".into(), catalog.as_os_str().to_owned()];
    let arguments = arguments.iter().map(OsString::from);
    let arguments = (std::iter::once("codegen".into()).chain(catalog)).chain(arguments);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut terminal = Terminal::new(Path::new(""), &mut out, &mut err);
    let status = codegen_cli::run_with(arguments, &mut terminal);
    assert_eq!(status, 0, "{}", String::from_utf8_lossy(&err));
    String::from_utf8(out).unwrap()
}

/// Counts the codes in the JSON export of this repository's catalog that meet a condition.
pub(super) fn count_codes(is_wanted: impl Fn(&Value, &Value) -> bool) -> usize {
    let json = run(&crate::ours(), &["export", "--format=json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    let tables = json["tables"].as_array().unwrap().iter();
    let codes = tables.flat_map(|table| {
        let codes = table["codes"].as_array().unwrap().iter();
        codes.map(move |code| (table, code))
    });
    codes.filter(|(table, code)| is_wanted(table, code)).count()
}

/// Finds a program in `PATH`.
fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let places = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.into_iter().find(|place| place.is_file())
}

/// ChromeDriver on a free port, shared by all tests; `None` if it or a browser is not installed.
static DRIVER: LazyLock<Option<Driver>> = LazyLock::new(|| {
    let driver = find(&["chromedriver"])?;
    let browser = find(&["chromium", "chromium-browser", "google-chrome"])?;
    Some(Driver::start(&driver, browser))
});

struct Driver {
    port: u16,
    browser: PathBuf,
    /// Open as long as the test process runs.
    _process: Child,
}

impl Driver {
    /// Starts ChromeDriver. It ends with this process, which closes the pipe that `cat` reads.
    fn start(program: &Path, browser: PathBuf) -> Self {
        let script = "\"$0\" --port=0 & driver=$!; cat; kill $driver";
        let mut process = Command::new("sh")
            .args([OsStr::new("-c"), OsStr::new(script), program.as_os_str()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        // "ChromeDriver was started successfully on port 35137."
        let port = lines.map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        Driver {
            port: port.expect("the driver says on which port it listens"),
            browser,
            _process: process,
        }
    }

    /// Opens a browser with a new profile.
    async fn open(&self, profile: &Path, setup: Setup) -> Client {
        let profile = format!("--user-data-dir={}", profile.display());
        let language = format!("--lang={}", setup.language);
        let mut options = json!({
            "binary": self.browser,
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

impl Page {
    /// Reloads the page at an anchor: `#lianlian-2008`.
    pub(super) async fn go(&self, anchor: &str) {
        self.client.goto("about:blank").await.unwrap();
        self.client
            .goto(&format!("{}{anchor}", self.address))
            .await
            .unwrap();
        self.is_ready().await;
    }

    /// Waits until the script of the page has followed the address.
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

    /// Types into the focused element.
    pub(super) async fn keys(&self, keys: &str) {
        self.client
            .active_element()
            .await
            .unwrap()
            .send_keys(keys)
            .await
            .unwrap();
    }

    /// Replaces the text of the search field.
    pub(super) async fn search(&self, query: &str) {
        let field = self.element("#query").await;
        field.clear().await.unwrap();
        field.send_keys(query).await.unwrap();
    }

    /// Returns the visible codes, from the top.
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

    /// Waits until an expression in the page is true.
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

    /// Runs a command of the Chrome DevTools protocol.
    pub(super) async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let command = DevTools(json!({ "cmd": command, "params": parameters }));
        self.client.issue_cmd(command).await.unwrap()
    }

    /// Presses the mouse at a point, as the first or second click in a row.
    pub(super) async fn press(&self, (x, y): (f64, f64), clicks: u32) {
        for kind in ["mousePressed", "mouseReleased"] {
            let event =
                json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": clicks });
            self.devtools("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Pretends that the user or the system wants this: `("prefers-color-scheme", "dark")`.
    pub(super) async fn prefer(&self, feature: &str, value: &str) {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    async fn assert_console_is_clean(&self) {
        let log = self.client.issue_cmd(Log).await.unwrap();
        assert_eq!(log, json!([]), "in the browser's console");
    }
}

/// The ChromeDriver command that returns the browser's console.
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

/// The ChromeDriver command that runs a command of the Chrome DevTools protocol.
#[derive(Debug)]
struct DevTools(Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/goog/cdp/execute"))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.0.to_string()))
    }
}

/// The command that returns the accessible role of an element.
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
