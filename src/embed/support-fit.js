/**
 * The loader: defines the custom element `<support-fit>` and loads the application into it.
 *
 * JavaScript owns the element's class, because a type of Rust cannot extend `HTMLElement`, and because a module that has
 * panicked cannot show its own failure. What is asked and shown is none of this file's business.
 */

/**
 * What the build makes of the JavaScript that wasm-bindgen writes (`xtask/src/build/glue.rs`).
 *
 * @typedef {{ free(): void }} Mounted The application in one element; freeing it removes it.
 * @typedef {{
 *   imports: WebAssembly.Imports,
 *   start(exports: WebAssembly.Exports): void,
 *   mount(root: HTMLElement, words: string, language: string, storageKey?: string): Mounted,
 *   on_panic(stopped: () => void): void,
 * }} Application
 */

const TAG = "support-fit";
const FALLBACK_LANGUAGE = "en";
const STORAGE_KEY = "support-fit";

/**
 * All elements that show the application now; a panic stops them all, since they share one module.
 *
 * @type {Set<SupportFit>}
 */
const running = new Set();

/** @param {string} path An address in {@link SUPPORT_FIT_ASSETS}. */
async function get(path) {
  const response = await fetch(new URL(path, import.meta.url));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}

/**
 * Remembers what `load` gave for each argument, so that all elements on the page share it. A failure is forgotten: the
 * next element tries again.
 *
 * @template Result
 * @param {(path: string) => Promise<Result>} load
 * @returns {(path: string) => Promise<Result>}
 */
function once(load) {
  /** @type {Map<string, Promise<Result>>} */
  const loaded = new Map();
  return (path) => {
    const promise = loaded.get(path) ?? load(path);
    loaded.set(path, promise);
    promise.catch(() => loaded.delete(path));
    return promise;
  };
}

/**
 * @param {Response} response
 * @param {WebAssembly.Imports} imports
 */
async function instantiate(response, imports) {
  // Compiling starts with the first bytes, but only if the server says what they are.
  const named = response.headers.get("Content-Type") === "application/wasm";
  const { instance } = named
    ? await WebAssembly.instantiateStreaming(response, imports)
    : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  return instance.exports;
}

const application = once(async (path) => {
  // Both are under way at the same time.
  /** @type {[Application, Response]} */
  const [application, response] = await Promise.all([
    import(new URL(path, import.meta.url).href),
    get(SUPPORT_FIT_ASSETS.wasm),
  ]);
  application.start(await instantiate(response, application.imports));
  application.on_panic(() => {
    for (const element of running) element.stop();
  });
  return application;
});

// An adopted stylesheet, since a host page's policy may forbid inline styles.
const stylesheet = once(async (path) => {
  const sheet = new CSSStyleSheet();
  return sheet.replace(await (await get(path)).text());
});

const text = once(async (path) => (await get(path)).text());

/**
 * The language in which the words are shown to a reader of `tag`: the tag itself, its language, or the fallback.
 *
 * @param {string} tag
 */
function spoken(tag) {
  const language = tag.split("-")[0];
  const known = SUPPORT_FIT_ASSETS.words;
  return [tag, language].find((name) => name in known) ?? FALLBACK_LANGUAGE;
}

class SupportFit extends HTMLElement {
  /** @type {Mounted | undefined} */
  #mounted;

  /** Counts connections: what was loaded for an earlier one is not for the present. */
  #connection = 0;

  connectedCallback() {
    void this.#start(++this.#connection);
  }

  disconnectedCallback() {
    this.#connection++;
    running.delete(this);
    this.#mounted?.free();
    this.#mounted = undefined;
  }

  /** The application has panicked: shows the fallback content, and what became of the answers. */
  stop() {
    running.delete(this);
    this.#mounted = undefined;
    const message = document.createElement("p");
    message.setAttribute("role", "alert");
    message.textContent =
      "Something went wrong here. Load the page again: answers that were saved on this device are still there.";
    this.shadowRoot?.replaceChildren(message, document.createElement("slot"));
  }

  /**
   * Loads the application and puts it in the place of the fallback content, which stays if that fails.
   *
   * @param {number} connection
   */
  async #start(connection) {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    shadow.replaceChildren(document.createElement("slot"));
    const tag = this.#language();
    const catalog = spoken(tag);
    // Numbers and times follow the words, in the page's own way where it is the same language.
    const language = tag.split("-")[0] === catalog ? tag : catalog;
    try {
      const [{ mount }, sheet, words] = await Promise.all([
        application(SUPPORT_FIT_ASSETS.glue),
        stylesheet(SUPPORT_FIT_ASSETS.css),
        text(SUPPORT_FIT_ASSETS.words[catalog] ?? ""),
      ]);
      if (connection !== this.#connection) return;
      const root = document.createElement("div");
      root.lang = catalog;
      shadow.adoptedStyleSheets = [sheet];
      shadow.replaceChildren(root);
      this.#mounted = mount(root, words, language, this.#storageKey());
      running.add(this);
    } catch (error) {
      shadow.replaceChildren(document.createElement("slot"));
      console.error(`<${TAG}> could not start; its fallback content is shown instead.`, error);
    }
  }

  /** The language of the element: its own, or that of the nearest element that has one, if the browser knows it. */
  #language() {
    const owner = this.closest("[lang]");
    const tag = (owner instanceof HTMLElement && owner.lang) || FALLBACK_LANGUAGE;
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? FALLBACK_LANGUAGE;
    } catch {
      console.warn(`<${TAG}> does not know the language "${tag}"; it is shown in English.`);
      return FALLBACK_LANGUAGE;
    }
  }

  /** The key for drafts; none where nothing is to be kept. */
  #storageKey() {
    return this.getAttribute("storage") === "none"
      ? undefined
      : (this.getAttribute("storage-key") ?? STORAGE_KEY);
  }
}

// Two script tags, or two versions, on one page: the first one wins.
if (!customElements.get(TAG)) customElements.define(TAG, SupportFit);
