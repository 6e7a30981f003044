/**
 * Puts the application into an element, once the loader has loaded it. It is bundled with what the WebAssembly calls, so
 * that the loader stays small.
 */

import { receive } from "./arriving.js";
import { push } from "./events.js";
import { print } from "./print.js";

/** @typedef {import("./first-screen.js").FirstScreen} FirstScreen */

/**
 * What the element hands over.
 *
 * @typedef {object} Host
 * @property {HTMLElement} element
 * @property {ShadowRoot} shadow
 * @property {string[]} settings The attributes that the application reads.
 * @property {object | string | null} config
 * @property {string} key Under which drafts are kept, unless the settings say otherwise.
 * @property {string | undefined} draft The draft as it was last kept, if the element has been here before.
 * @property {FirstScreen | undefined} first What the visitor has seen so far.
 * @property {CSSStyleSheet} css
 * @property {(root: Element) => void} show
 * @property {string} words The text of the word file.
 * @property {string} language Its language.
 * @property {(wanted: string) => string} other The language of the words for another wish.
 * @property {(language: string) => Promise<string>} read Its word file.
 * @property {(name: string, detail: unknown) => boolean} emit Dispatches an event, and says whether no listener has canceled it.
 * @property {(draft: string) => void} keep Holds the draft while the element is detached.
 * @property {() => void} renew Has the next application be another one; more than once does not matter.
 * @property {(
 *   cause: string,
 *   said: string,
 *   ways: (again: () => void) => Record<string, () => void>,
 * ) => void} stop Shows that the application has stopped, and what can be done.
 * @property {(cause: string) => Error} failure For an application that has panicked before it was there.
 * @property {() => boolean} isGone Whether the element has left, or started anew.
 */

/**
 * What the application asks of the element, as the WebAssembly imports it (`src/embed/mod.rs`).
 *
 * @typedef {object} ApplicationHost
 * @property {(name: string, detail: unknown) => boolean} emit Dispatches an event, and says whether no listener has canceled it.
 * @property {(draft: string) => void} keep Holds the text of the draft; an empty one when everything was erased.
 * @property {() => void} settleLink The link in the page's address was opened or declined.
 * @property {() => void} print
 */

/**
 * The application in one element, as the WebAssembly exports it (`src/embed/mod.rs`).
 *
 * @typedef {object} Mounted
 * @property {() => void} free
 * @property {() => string[]} problems
 * @property {() => string | undefined} data_layer
 * @property {() => unknown} result
 * @property {() => string} draft
 * @property {(text: string) => void} import_draft
 * @property {() => void} reset
 * @property {(then: () => void) => void} settled
 * @property {(then: (isEnough: boolean) => void) => void} show_result
 * @property {() => string[]} last_words
 * @property {(key?: string, value?: string) => void} storage_changed
 * @property {(fragment: string) => void} open_link
 * @property {() => number} largest_file In bytes.
 * @property {(name: string, text?: string) => void} open_file
 * @property {(root?: HTMLElement) => boolean} lay_out
 */

/**
 * @typedef {(
 *   root: HTMLElement,
 *   words: string,
 *   language: string,
 *   attributes: string,
 *   config: string | undefined,
 *   key: string,
 *   draft: string | undefined,
 *   host: ApplicationHost,
 * ) => Mounted} Mount
 */

/**
 * What stops each element; a panic stops them all, since they share one module.
 *
 * @type {Set<(cause: string) => void>}
 */
const running = new Set();

/** Where the application panicked, if it has. */
let place = "";

/** What stopped the application, and where. */
let died = "";

/**
 * Called by a panic, before the trap that ends the module.
 *
 * @param {string} where The place in the source.
 */
export function panicked(where) {
  place = ` at ${where}`;
}

/**
 * The application has stopped: it can draw nothing any more, but what was saved is not lost. The first cause counts.
 *
 * @param {string} error
 */
export function stopped(error) {
  const cause = error + place;
  died ||= cause;
  const all = [...running];
  running.clear();
  for (const stop of all) stop(cause);
}

/**
 * @param {Mount} mount
 * @param {Host} host
 */
export async function attach(mount, host) {
  const { element, shadow, settings } = host;
  const { text, lang, theme } = await configuration(element, host.config);
  const tag = known(element.lang || lang || element.closest("[lang]")?.getAttribute("lang"));
  const language = host.other(tag);
  const words = language === host.language ? host.words : await host.read(language);
  if (host.isGone()) return undefined;
  const root = document.createElement("div");
  root.className = "root";
  root.lang = language;
  const given = settings.filter((name) => element.hasAttribute(name));
  let { draft } = host;
  /** @type {string | undefined} */
  let layer;
  /**
   * @param {string} name
   * @param {unknown} detail
   */
  const emit = (name, detail) => {
    if (layer) push(layer, name, detail);
    return host.emit(name, detail);
  };
  /** @type {ReturnType<typeof receive> | undefined} */
  let arrivals;
  /** @type {Mounted} */
  let mounted;
  /** @param {HTMLElement} [paper] */
  const lay = (paper) => mounted.lay_out(paper);
  try {
    mounted = mount(
      root,
      words,
      // Numbers and times follow the words, in the page's own way where it is the same language.
      tag.split("-")[0] === language ? tag : language,
      JSON.stringify(Object.fromEntries(given.map((name) => [name, element.getAttribute(name)]))),
      text,
      host.key,
      host.draft,
      {
        emit,
        keep: (text) => host.keep((draft = text)),
        settleLink: () => arrivals?.settled(),
        print: () => print(element, shadow, lay),
      },
    );
  } catch (error) {
    if (!died) throw error;
    host.renew();
    throw host.failure(died);
  }
  layer = mounted.data_layer();
  arrivals = receive(root, mounted);
  arrivals.follow();
  const focused = shadow.activeElement;
  host.show(root);
  shadow.adoptedStyleSheets.push(host.css);
  // An attribute says it in the first style sheet.
  if (!isTheme(element.getAttribute("theme")) && isTheme(theme) && theme !== "auto") {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@layer base{.root{color-scheme:${theme}}}`);
    shadow.adoptedStyleSheets.push(sheet);
  }
  const [crashed = "", again = "", file = ""] = mounted.last_words();
  /** @param {string} cause */
  const stop = (cause) => {
    removeEventListener("storage", changed);
    arrivals?.leave();
    if (layer) push(layer, "error", { code: "crashed", message: cause });
    host.renew();
    const text = draft;
    host.stop(cause, crashed, (retry) => ({
      [again]: retry,
      ...(text && { [file]: () => save(text) }),
    }));
  };
  running.add(stop);
  /** @param {StorageEvent} event */
  const changed = ({ key, newValue }) =>
    mounted.storage_changed(key ?? undefined, newValue ?? undefined);
  addEventListener("storage", changed);
  const problems = mounted.problems();
  if (problems.length) console.warn(["<support-fit> settings:", ...problems].join("\n"), element);
  const attached = {
    ready() {
      emit("ready", {});
      const screen = root.querySelector(".screen");
      if (host.first && screen) handOver(host.first, focused, screen);
      // What had the focus is gone, as the button that tried again.
      if (focused && !shadow.activeElement)
        root.querySelector("h3")?.focus({ preventScroll: true });
    },
    free() {
      running.delete(stop);
      removeEventListener("storage", changed);
      arrivals?.leave();
      mounted.free();
    },
    result: () => mounted.result(),
    reset: () => mounted.reset(),
    exportDraft: () => JSON.parse(mounted.draft()),
    /** @param {object | string} draft */
    importDraft: (draft) =>
      mounted.import_draft(typeof draft === "string" ? draft : String(JSON.stringify(draft))),
    /** @returns {Promise<boolean>} */
    showResult: () => new Promise((then) => mounted.show_result(then)),
    print: () => print(element, shadow, lay),
  };
  await new Promise((resolve) => mounted.settled(() => resolve(undefined)));
  if (!host.isGone()) return attached;
  attached.free();
  return undefined;
}

/** @typedef {NonNullable<Awaited<ReturnType<typeof attach>>>} Attached The application in one element. */

/** @param {unknown} name */
const isTheme = (name) => /^(auto|light|dark)$/.test(String(name));

/**
 * A language tag as the browser knows it.
 *
 * @param {unknown} tag
 */
function known(tag) {
  try {
    return Intl.getCanonicalLocales(String(tag || "en"))[0] ?? "en";
  } catch {
    console.warn(`<support-fit> does not know the language "${tag}"; it is shown in English.`);
    return "en";
  }
}

/**
 * Does again to the application what was done to the first screen, if it shows the same question. The application is on the
 * page.
 *
 * @param {FirstScreen} first
 * @param {Element | null} focused What had the focus.
 * @param {Element} screen Of the application, without the message that may stand on top.
 */
function handOver(first, focused, screen) {
  const titled = (/** @type {Element} */ part) => part.querySelector("h3")?.textContent;
  if (titled(first.root) !== titled(screen)) return;
  const theirs = first.controls(screen);
  first.controls(first.root).forEach((control, n) => {
    const its = theirs[n];
    if (!its) return;
    if (control.parentElement?.hasAttribute("open")) its.click();
    if (control.matches(":checked") && !its.matches(":checked")) its.click();
    if (control === focused) its.focus({ preventScroll: true });
  });
  if (first.submitted) screen.querySelector("button")?.click();
}

/** Longer than a configuration may be in any script: some characters count twice here. */
const LONGEST = 200_002;

/**
 * The text of the configuration, and what has to be known of it here.
 *
 * @param {HTMLElement} element
 * @param {object | string | null} config The property; a text is what the attribute would say, since frameworks set
 *   properties where there are some.
 * @returns {Promise<{ text?: string, lang?: unknown, theme?: unknown }>}
 */
async function configuration(element, config) {
  const from = typeof config === "string" ? config : element.getAttribute("config");
  let text;
  try {
    if (config && typeof config === "object") text = JSON.stringify(config);
    else if (from?.startsWith("#")) text = inline(element, from);
    else if (from) text = await fetched(new URL(from, document.baseURI).href);
    else return {};
  } catch (error) {
    console.warn("<support-fit> goes on without its configuration.", error, element);
    return {};
  }
  // Far too long to be one: the application says so without reading it.
  if (text.length > LONGEST) return { text: text.slice(0, LONGEST) };
  try {
    const { lang, theme } = JSON.parse(text) ?? {};
    return { text, lang, theme };
  } catch (error) {
    console.warn(`<support-fit> settings:\nnot-json at $: ${error}`, element);
    return {};
  }
}

/**
 * @param {HTMLElement} element
 * @param {string} id With its `#`.
 */
function inline(element, id) {
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const found = root.getElementById(id.slice(1)) ?? document.getElementById(id.slice(1));
  if (!found) throw new Error(`there is no element ${id}`);
  return found.textContent ?? "";
}

/**
 * Gives the visitor a draft as a file.
 *
 * @param {string} text
 */
function save(text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "support-fit-answers.json";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @param {string} url */
async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
