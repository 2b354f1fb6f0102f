// The address: the query and the filters as parameters, the open code as the fragment.

/** The address that the page shows. Before the page is ready, there is none. */
let shown = null;

/** The timer of a write that waits until the typing pauses: browsers limit how often a page may change its address. */
let waiting = 0;

function writeAddress(isNew = false) {
  clearTimeout(waiting);
  waiting = 0;
  if (shown === null) return;
  const address = new URL(location.href);
  const asked = query.value.trim() === "" ? [] : [["q", query.value.trim()]];
  address.search = new URLSearchParams([...asked, ...chosen()]);
  address.hash = view.open?.anchor ?? "";
  if (address.href === shown) return;
  shown = address.href;
  try {
    history[isNew ? "pushState" : "replaceState"](null, "", shown);
  } catch {
    // Some browsers do not let a page on disk change its address, or not often.
  }
}

/** Shows what the address says. */
function visit() {
  if (location.href === shown) return;
  shown = location.href;
  // What was typed last is not in the address yet.
  if (waiting === 0) {
    const parameters = new URLSearchParams(location.search);
    query.value = parameters.get("q") ?? "";
    for (const filter of filters) {
      filter.value = parameters.get(filter.name) ?? "";
      if (filter.selectedIndex < 0) filter.value = ""; // The filter does not have the value.
    }
    find({ keepsOpen: true });
  }
  follow();
}

/** Opens the code that the fragment names, by its link or by the code alone. Other fragments are searched for. */
function follow() {
  const anchor = location.hash.slice(1);
  const name = unescaped(anchor);
  const named = codes.filter((code) => code.code === name);
  const code = byAnchor.get(anchor) ?? byAnchor.get(name) ?? (named.length === 1 ? named[0] : null);
  if (code) {
    open(code);
    leaveRoomForForm();
    code.row.scrollIntoView();
  } else if (anchor !== "" && !element(anchor)) {
    query.value = name;
    for (const filter of filters) filter.value = "";
    ask();
    if (view.matches.length === 0) announcement.textContent = count.textContent = text("unknown-link", { id: name });
  } else if (view.open) {
    view.open = null;
    show();
  }
}

function unescaped(anchor) {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

/** Searches, and keeps what was asked for in the address. */
function ask() {
  find();
  clearTimeout(waiting);
  waiting = setTimeout(writeAddress, 100);
}
