/** Mounts the application into an element. Bundled with the application, so that the loader stays small. */

import { saveFile } from "../browser/files.js";
import { stringify } from "../browser/json.js";
import { receive } from "./arriving.js";
import { KEY } from "./drafts.js";
import { emit as dispatch, push } from "./events.js";
import { ENGLISH, baseOf } from "./language.js";
import { keepOwnInput } from "./own-input.js";
import { print, removeCopy } from "./print.js";
import { TOO_LONG, fetchSettings } from "./settings-file.js";
import { sheet } from "./sheet.js";
import { followTyping } from "./typing.js";

/** @typedef {import("./first-screen.js").FirstScreen} FirstScreen */
/** @typedef {typeof import("./contact.js").calls} Calls */

/** @typedef {{ text: string, isOnDevice: boolean }} Draft Its text is empty when everything was erased. */

/**
 * What the element passes to the application.
 *
 * @typedef {object} Handover
 * @property {HTMLElement} element
 * @property {ShadowRoot} shadow
 * @property {string[]} settings The attributes that the application reads.
 * @property {object | string | null} config
 * @property {string} key The storage key, unless the settings have another.
 * @property {Draft | undefined} draft The last draft, if the application was mounted before.
 * @property {FirstScreen | undefined} first What the loader has drawn.
 * @property {string} css
 * @property {(root: Element) => void} show
 * @property {string} tag The language of the page.
 * @property {(tag: string) => string | undefined} match The language of the build for a tag.
 * @property {(language: string) => Promise<string>} words Fetches the first word file of a language of the build.
 * @property {(path: string) => Promise<string>} read Fetches a file, once for all elements. The path is relative to the loader.
 * @property {(draft: Draft) => void} keep Keeps the draft while the element is detached.
 * @property {() => void} renew Makes the next load create a new application.
 * @property {(
 *   cause: string,
 *   text: string,
 *   language: string,
 *   actions: (retry: () => void) => Record<string, () => void>,
 * ) => void} stop Shows a message and buttons after a crash.
 * @property {(cause: string) => Error} failure The error for a crash while mounting.
 * @property {() => boolean} isGone Whether the element was detached or restarted.
 */

/**
 * What the application calls (`ApplicationHost` in `src/embed/mod.rs`).
 *
 * @typedef {object} ApplicationHost
 * @property {(name: string, detail: unknown) => boolean} emit Returns false if a listener canceled the event.
 * @property {(draft: string, isOnDevice: boolean) => void} keep Keeps the draft; empty when everything was erased.
 * @property {(lines: string) => void} warn Lists problems in the settings.
 * @property {() => void} settleLink The link in the page's address was opened or declined.
 * @property {() => boolean} print Returns false if the browser cannot print.
 * @property {() => Promise<unknown>} addLaterStyle
 * @property {() => boolean} hasContact Whether the element contains a contact form of the page.
 * @property {(call: keyof Calls, input: any) => Promise<unknown>} contact Calls a function of `contact.js`, which the first
 *   call loads. One method for all of them, because each costs every visitor some bytes.
 */

/**
 * The application in one element (`src/embed/mod.rs`).
 *
 * @typedef {object} Mounted
 * @property {() => void} free
 * @property {() => string | undefined} data_layer
 * @property {() => unknown} result
 * @property {() => string} draft
 * @property {(text: string) => void} import_draft
 * @property {() => void} reset
 * @property {(then: () => void) => void} settled
 * @property {(view: string, then: (isEnough: boolean) => void) => void} show_result
 * @property {(id: string, text: string, isLeft: boolean) => void} put_text The visitor has typed a text into a field, or has
 *   left it.
 * @property {() => void} enter_typed Enters what was typed in a field that still has the focus.
 * @property {() => string[]} last_words
 * @property {() => void} look_again
 * @property {() => void} dialog_closed
 * @property {(fragment: string, isFramed: boolean) => void} open_link
 * @property {() => number} largest_file In bytes.
 * @property {(name: string, text: string | undefined, isTooLarge: boolean) => void} open_file
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
 *   wasOnDevice: boolean,
 *   host: ApplicationHost,
 * ) => Mounted} Mount
 */

/**
 * What stops each element, and its storage key. A panic stops all of them, because they share one module.
 *
 * @type {Map<(cause: string) => void, { element: HTMLElement, key: string }>}
 */
const running = new Map();

/** The location of a panic in the source. */
let panicLocation = "";

/** The cause of the first crash. */
let firstCause = "";

/**
 * Called by a panic, before the trap that ends the module.
 *
 * @param {string} where The location in the source.
 */
export function panicked(where) {
  panicLocation = ` at ${where}`;
}

/**
 * Called when the module has crashed and cannot draw anymore. Saved answers are not lost.
 *
 * @param {string} error
 */
export function stopped(error) {
  const cause = error + panicLocation;
  firstCause ||= cause;
  const all = [...running.keys()];
  running.clear();
  for (const stop of all) stop(cause);
}

/**
 * What the page has set as the minimum height of elements that restart, such as in another language. Meanwhile they keep their
 * height, so that the page stays where it is.
 *
 * @type {WeakMap<HTMLElement, string>}
 */
const heights = new WeakMap();

/** Of the address of `contact.js`. Some browsers cache a failed import, and another fragment makes another request. */
let fragment = "";

/** Not fallback content. HTML has no self-closing custom elements: what follows one becomes its content. */
const REST_OF_PAGE = ":scope > :is(footer,main,nav,script,support-fit)";

/**
 * @param {Mount} mount
 * @param {Handover} host
 */
export async function attach(mount, host) {
  const { element, shadow, settings } = host;
  const { text, lang, theme } = await configuration(element, host.config);
  const tag = canonical(element.lang || lang || host.tag);
  const { language, words } = await wordsFor(tag, host);
  if (host.isGone()) return undefined;
  const root = document.createElement("div");
  root.className = "root";
  root.lang = language;
  const given = settings.filter((name) => element.hasAttribute(name));
  let { draft } = host;
  /** @type {string | undefined} */
  let layer;
  /** @type {number | undefined} The step whose answer was reported. */
  let answered;
  /**
   * @param {string} name
   * @param {any} detail
   */
  const emit = (name, detail) => {
    try {
      if (name === "reset") {
        answered = undefined;
        removeCopy(shadow);
        typing.forget();
      }
      // Without details, so that the page cannot count changes or ticked boxes.
      if (name === "answer" && !detail.question) {
        if (answered === detail.step) return true;
        answered = detail.step;
      }
      if (layer) {
        // A message to the provider is for listeners alone.
        const { payload: _, ...rest } = detail;
        push(layer, name, rest);
      }
      return dispatch(element, name, detail);
    } catch (error) {
      // The page has replaced a function of the browser. That cancels nothing.
      reportError(error);
      return true;
    }
  };
  /** @param {string} css */
  const addStyle = (css) => shadow.adoptedStyleSheets.push(sheet(css));
  /** @type {ReturnType<typeof receive> | undefined} */
  let arrivals;
  /** @type {Mounted} */
  let mounted;
  /** @param {HTMLElement} [paper] */
  const drawReport = (paper) => mounted.lay_out(paper);
  try {
    mounted = mount(
      root,
      words,
      // Numbers and times follow the region of the page if its language is that of the words.
      baseOf(tag) === baseOf(language) ? tag : language,
      stringify(Object.fromEntries(given.map((name) => [name, element.getAttribute(name)]))),
      text,
      host.key,
      draft?.text,
      !!draft?.isOnDevice,
      {
        emit,
        keep: (text, isOnDevice) => host.keep((draft = { text, isOnDevice })),
        warn: (lines) => console.warn("<support-fit> settings:\n" + lines, element),
        settleLink: () => arrivals?.settled(),
        print: () => print(element, shadow, drawReport),
        addLaterStyle: async () => addStyle(await host.read(SUPPORT_FIT_LATER_CSS)),
        hasContact: () => !!element.querySelector(":scope > [slot=contact]"),
        contact: async (call, input) => {
          const script = SUPPORT_FIT_IMPORT(SUPPORT_FIT_CONTACT_JS + fragment);
          const { calls } = await script.catch((cause) => {
            fragment += "#";
            throw cause;
          });
          return (await calls[call](input, shadow)) ?? null;
        },
      },
    );
  } catch (error) {
    if (!firstCause) throw error;
    host.renew();
    throw host.failure(firstCause);
  }
  layer = mounted.data_layer();
  keepOwnInput(root);
  arrivals = receive(element, root, mounted);
  arrivals.follow();
  const focused = shadow.activeElement;
  host.show(root);
  addStyle(host.css);
  const height = heights.get(element);
  if (height !== undefined) element.style.minHeight = height;
  heights.delete(element);
  // The first style sheet handles the attribute.
  if (!isTheme(element.getAttribute("theme")) && isTheme(theme) && theme !== "auto") {
    addStyle(`@layer base{.root{color-scheme:${theme}}}`);
  }
  const [crashed = "", again = "", file = "", missing = ""] = mounted.last_words();
  if (baseOf(tag) !== baseOf(language)) {
    const note = document.createElement("p");
    note.className = "muted";
    note.textContent = missing.replace("{name}", nameOf(baseOf(tag)));
    root.querySelector(".shell")?.append(note);
  }
  /** @param {string} cause */
  const stop = (cause) => {
    leave();
    if (layer) push(layer, "error", { code: "crashed", message: cause });
    host.renew();
    const text = draft?.text;
    host.stop(cause, crashed, language, (retry) => ({
      [again]: retry,
      ...(text && { [file]: () => saveFile("support-fit-answers.json", "application/json", text) }),
    }));
  };
  if (element.querySelector(REST_OF_PAGE))
    console.warn("<support-fit> hides the rest of the page: its end tag is missing.", element);
  // The loader has numbered the key, or another element has the same.
  const { key } = host;
  const shares = [...running.values()].some(
    (other) => other.key === key && other.element !== element && other.element.isConnected,
  );
  if ((key !== KEY && !given.includes("storage-key")) || shares)
    console.warn(`<support-fit> saves its draft as "${key}". Set storage-key.`, element);
  running.set(stop, { element, key });
  const typing = followTyping(root, mounted);
  const leave = () => {
    typing.stop();
    arrivals?.leave();
    running.delete(stop);
  };
  const attached = {
    ready() {
      emit("ready", {});
      const screen = root.querySelector(".screen");
      const { first } = host;
      // Not compared by its text, which a translator may have changed.
      if (screen && first && attached.exportDraft().place.question === first.question)
        handOver(first, focused, screen);
      // The focused element was removed, such as the retry button.
      if (focused && !shadow.activeElement)
        root.querySelector("h3")?.focus({ preventScroll: true });
    },
    free() {
      leave();
      mounted.enter_typed();
      if (element.isConnected && element.ownerDocument === document && !heights.has(element)) {
        heights.set(element, element.style.minHeight);
        element.style.minHeight = `${element.offsetHeight}px`;
      }
      // The application may be running: it has dispatched the event that led here.
      queueMicrotask(() => mounted.free());
    },
    result: () => mounted.result(),
    reset: () => mounted.reset(),
    exportDraft: () => JSON.parse(mounted.draft()),
    /** @param {object | string} draft */
    importDraft: (draft) =>
      mounted.import_draft(typeof draft === "string" ? draft : String(stringify(draft))),
    /**
     * @param {string} view
     * @returns {Promise<boolean>}
     */
    showResult: (view) => new Promise((then) => mounted.show_result(view, then)),
    print() {
      if (!print(element, shadow, drawReport)) throw new Error("this browser cannot print");
    },
  };
  await new Promise((resolve) => mounted.settled(() => resolve(undefined)));
  if (!host.isGone()) return attached;
  attached.free();
  return undefined;
}

/** @typedef {NonNullable<Awaited<ReturnType<typeof attach>>>} Attached */

/** @param {unknown} name */
const isTheme = (name) => /^(auto|light|dark)$/.test(String(name));

/**
 * The tag in its canonical form; `en` if the browser does not accept it.
 *
 * @param {unknown} tag
 */
function canonical(tag) {
  try {
    return Intl.getCanonicalLocales(String(tag || "en"))[0] ?? "en";
  } catch {
    const shown = String(tag)
      .slice(0, 60)
      .replace(/[^\x20-\x7e]/g, "?");
    console.warn(`<support-fit> does not know the language "${shown}"; it is shown in English.`);
    return "en";
  }
}

/**
 * The English name of a language; the tag if the browser knows none.
 *
 * @param {string} language
 */
function nameOf(language) {
  try {
    return new Intl.DisplayNames(ENGLISH, { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}

/**
 * The words for a tag, in English as a whole if there are none or their file is missing.
 *
 * @param {string} tag
 * @param {Handover} host
 */
async function wordsFor(tag, host) {
  const language = host.match(tag) ?? ENGLISH;
  try {
    return { language, words: await host.words(language) };
  } catch (error) {
    if (language === ENGLISH) throw error;
    console.warn(`<support-fit> has no words in "${language}".`, error);
    return { language: ENGLISH, words: await host.words(ENGLISH) };
  }
}

/**
 * The controls of the first screen, in the same order in the loader's and in the application's.
 *
 * @param {Element} root
 * @returns {HTMLElement[]}
 */
const controls = (root) => [
  .../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("input,button,summary")),
];

/**
 * Repeats in the application what the visitor did on the first screen. Both show the same question. The application must be
 * in the document.
 *
 * @param {FirstScreen} first
 * @param {Element | null} focused
 * @param {Element} screen Of the application, without the notice above it.
 */
function handOver(first, focused, screen) {
  const theirs = controls(screen);
  // The loader checked the saved answer. If another tab has saved a different one since, the visitor sees that first.
  let isCurrent = true;
  controls(first.root).forEach((control, n) => {
    const its = theirs[n];
    if (!its) return;
    const wasChecked = control.matches("[checked]");
    const isChecked = its.matches(":checked");
    isCurrent &&= wasChecked === isChecked;
    if (control.parentElement?.hasAttribute("open")) its.click();
    if (control.matches(":checked") && !wasChecked && !isChecked) its.click();
    if (control === focused) its.focus({ preventScroll: true });
  });
  if (first.submitted && isCurrent) screen.querySelector("button")?.click();
}

/**
 * The text of the configuration, and the settings that are used here. Warns if it cannot be used.
 *
 * @param {HTMLElement} element
 * @param {object | string | null} config The property. A string is what the attribute would contain, because frameworks
 *   prefer properties to attributes.
 * @returns {Promise<{ text?: string, lang?: string, theme?: string }>}
 */
export async function configuration(element, config) {
  const from = typeof config === "string" ? config : element.getAttribute("config");
  let text;
  try {
    // Not a string if the object has a method `toJSON` that returns nothing.
    if (config && typeof config === "object") text = String(stringify(config));
    else if (from?.startsWith("#")) text = inline(element, from.slice(1));
    else if (from) text = await fetchSettings(new URL(from, element.baseURI).href);
  } catch (error) {
    console.warn("<support-fit> ignores its configuration.", error, element);
  }
  if (text === undefined) return {};
  // The application reports that it is too long.
  if (text.length >= TOO_LONG) return { text: text.slice(0, TOO_LONG) };
  try {
    const { lang, theme } = JSON.parse(text) ?? {};
    return { text, lang: stringOf(lang), theme: stringOf(theme) };
  } catch (error) {
    console.warn(`<support-fit> settings:\nnot-json at $: ${error}`, element);
    return {};
  }
}

/**
 * The application reports values of other types.
 *
 * @param {unknown} value
 */
const stringOf = (value) => (typeof value === "string" ? value : undefined);

/**
 * The text of a script with JSON. No other element counts, because in many places a comment on a page may have an `id`.
 *
 * @param {HTMLElement} element
 * @param {string} id
 */
function inline(element, id) {
  const roots = [/** @type {Document | ShadowRoot} */ (element.getRootNode()), document];
  const find = (/** @type {string} */ selector) =>
    roots.map((root) => root.querySelector(selector + "#" + CSS.escape(id))).find(Boolean);
  const script = find('script[type="application/json"]');
  if (script) return script.textContent ?? "";
  const other = find("");
  const found = other ? `<${other.localName}>` : "no element";
  console.warn(
    `<support-fit> settings:\nnot-a-script at attribute config: found ${found} with the id "${id}", expected <script type="application/json">`,
    element,
  );
  return undefined;
}
