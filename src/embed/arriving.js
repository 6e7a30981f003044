/**
 * Answers that come from outside: by a link in the page's address, or by a file that is dropped or chosen. What is in them
 * is read and judged by the application.
 */

/** @typedef {import("./mounting.js").Mounted} Mounted */

/** On our own page alone the address is ours. */
const isOurPage = document.documentElement.dataset.supportFit === "page";

/**
 * The element to which the address of the page is: the first that came.
 *
 * @type {HTMLElement | undefined}
 */
let addressed;

/**
 * @param {HTMLElement} root What the application is in.
 * @param {Mounted} mounted
 */
export function receive(root, mounted) {
  let isHere = true;
  addressed ??= root;
  const follow = () => {
    if (addressed === root && location.hash) mounted.open_link(location.hash);
  };
  const printing = () => {
    if (isOurPage) lay(root, mounted.lay_out.bind(mounted));
  };
  const printed = () => unlay(root, mounted.lay_out.bind(mounted));
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", printing);
  addEventListener("afterprint", printed);

  /** @param {File | null | undefined} file */
  const open = async (file) => {
    if (!file) return;
    const text = file.size > mounted.largest_file() ? undefined : await file.text().catch(() => "");
    if (isHere) mounted.open_file(file.name, text);
  };
  /** @param {boolean} isOver */
  const show = (isOver) => root.classList.toggle("dropping", isOver);
  root.addEventListener("dragover", (event) => {
    // What is dragged and no file is none of ours.
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    show(true);
  });
  root.addEventListener("dragleave", ({ relatedTarget }) => {
    if (!root.contains(/** @type {Node | null} */ (relatedTarget))) show(false);
  });
  root.addEventListener("drop", (event) => {
    show(false);
    const file = event.dataTransfer?.files[0];
    if (!file || event.defaultPrevented) return;
    event.preventDefault();
    void open(file);
  });
  root.addEventListener("change", ({ target }) => {
    const field = /** @type {HTMLInputElement} */ (target);
    if (!field.matches("input.opens")) return;
    void open(field.files?.[0]);
    // The same file can be chosen again.
    field.value = "";
  });
  return {
    follow,
    /** The link is opened, or not wanted: it leaves the address, where that is ours, and no entry of the history is made. */
    settled() {
      if (!isOurPage || addressed !== root) return;
      history.replaceState(history.state, "", location.pathname + location.search);
    },
    leave() {
      isHere = false;
      if (addressed === root) addressed = undefined;
      removeEventListener("hashchange", follow);
      removeEventListener("beforeprint", printing);
      removeEventListener("afterprint", printed);
    },
  };
}

/**
 * Lays the report out beside the application, which the style sheet leaves out then.
 *
 * @param {ParentNode} root
 * @param {(paper?: HTMLElement) => boolean} fill Fills an element with the report, if there is one.
 */
export function lay(root, fill) {
  const paper = document.createElement("div");
  paper.className = "paper";
  // In front: what the page says in its own words goes to the first place for it.
  if (fill(paper)) root.prepend(paper);
}

/**
 * @param {ParentNode} root
 * @param {(paper?: HTMLElement) => boolean} fill
 */
export function unlay(root, fill) {
  const paper = root.querySelector(":scope > .paper");
  if (!paper) return;
  fill();
  paper.remove();
}
