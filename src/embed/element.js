/**
 * The element's class. JavaScript owns it, because a type of Rust cannot extend `HTMLElement`, and because a module that
 * has panicked cannot show its own failure. What is asked and shown is none of this file's business.
 */

import { address, application, fetchedSheet, renew, sheet, text } from "./application.js";
import { claim, kept, release } from "./drafts.js";
import { tell } from "./events.js";
import { Failure, message } from "./failure.js";
import { firstScreen } from "./first-screen.js";

/** @typedef {import("./mounting.js").Attached} Attached */

/**
 * The way from the wish for the application to its being there. It outlives the element's absence from the page.
 *
 * @typedef {PromiseWithResolvers<Attached>} Arrival
 */

const FIRST = sheet(SUPPORT_FIT.first.css);

/** How far from the viewport the element starts to load: a screen away. */
const NEAR = { rootMargin: "100% 0%" };

/** What shows that the visitor is about to use it. */
const INTENT = ["pointerenter", "touchstart", "focusin"];

/** Attributes that the application reads, as opposed to this file. */
const SETTINGS = [
  "provider-name",
  "cta-url",
  "cta-label",
  "flow",
  "theme",
  "storage",
  "storage-key",
  "currency",
  "data-layer",
];

/**
 * An assessment that helps to choose between in-house, co-managed and fully outsourced IT support.
 */
export class SupportFit extends HTMLElement {
  static observedAttributes = [...SETTINGS, "config", "lang"];

  /** @type {"idle" | "loading" | "ready" | "failed"} */
  #status = "idle";

  /** @type {object | string | null} */
  #config = null;

  /** The key of its draft while it is on the page. */
  #key = "";

  /** What is kept where the browser keeps nothing. */
  #draft = /** @type {string | undefined} */ (undefined);

  #first = /** @type {ReturnType<typeof firstScreen>} */ (undefined);

  #attached = /** @type {Attached | undefined} */ (undefined);

  #arrival = /** @type {Arrival | undefined} */ (undefined);

  /** Once it was asked for, it is there whenever the element is. */
  #wanted = false;

  #sight = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) this.#want();
  }, NEAR);

  #shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });

  connectedCallback() {
    // Moved, if there is a key: it was removed, and is back before anything was done about it.
    if (this.#key) return;
    if (Object.hasOwn(this, "config")) {
      // Set before the element was defined.
      const { config } = this;
      delete (/** @type {any} */ (this).config);
      this.config = config;
    }
    this.#enter();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    // The style sheet follows the theme.
    if (before !== now && name !== "theme") this.#settingsChanged();
  }

  /** The configuration, instead of the one that the attribute names. */
  get config() {
    return this.#config;
  }

  set config(config) {
    this.#config = config ?? null;
    this.#settingsChanged();
  }

  /** How far the element is: `idle`, `loading`, `ready` or `failed`. */
  get status() {
    return this.#status;
  }

  /** The result, or null before there is one. */
  get result() {
    return this.#attached?.result() ?? null;
  }

  /** Loads the application now. */
  async load() {
    await this.#there();
  }

  /** Forgets all answers, here and on the device. */
  async reset() {
    (await this.#there()).reset();
  }

  /** The answers, as they are kept. */
  async exportDraft() {
    return (await this.#there()).exportDraft();
  }

  /**
   * Goes on with other answers. What is no draft is refused, and changes nothing.
   *
   * @param {object | string} draft What `exportDraft` gave, or its JSON.
   */
  async importDraft(draft) {
    (await this.#there()).importDraft(draft);
  }

  /** Goes to the result. Gives whether there are enough answers for one. */
  async showResult() {
    return (await this.#there()).showResult();
  }

  /** Prints what is shown, without the page around it. */
  async print() {
    (await this.#there()).print();
  }

  #there() {
    this.#wanted = true;
    if (!this.#arrival) {
      this.#arrival = Promise.withResolvers();
      // Who asks for it hears of a failure; where nobody asks, the page has been told.
      this.#arrival.promise.catch(() => {});
      if (this.#key) void this.#start(this.#arrival);
    }
    return this.#arrival.promise;
  }

  #want = () => void this.#there();

  #enter() {
    this.#key = claim(this);
    this.#wait();
    for (const type of INTENT) this.addEventListener(type, this.#want, { passive: true });
    if (this.#arrival) void this.#start(this.#arrival);
    else if (this.#wanted || this.getAttribute("loading") === "eager") this.#want();
    else this.#sight.observe(this);
  }

  #leave() {
    if (!this.#key) return;
    for (const type of INTENT) this.removeEventListener(type, this.#want);
    this.#sight.disconnect();
    release(this.#key, this);
    this.#attached?.free();
    // Whoever still waits gets it when the element is back.
    if (this.#status !== "loading") this.#arrival = undefined;
    this.#attached = undefined;
    this.#key = "";
    this.#status = "idle";
    this.#shadow.replaceChildren();
  }

  /** Starts anew with other settings, once all of them are set. */
  #settingsChanged() {
    if (!this.#key) return;
    this.#leave();
    queueMicrotask(() => {
      if (this.isConnected && !this.#key) this.#enter();
    });
  }

  /** Shows the first question, if it will be the one of the build, or else the fallback content. */
  #wait() {
    const asBuilt =
      !this.#config &&
      !this.hasAttribute("config") &&
      this.getAttribute("flow") !== "full" &&
      this.#language() === SUPPORT_FIT.first.language;
    const draft = this.getAttribute("storage") === "none" ? this.#draft : kept(this.#key);
    this.#first = asBuilt ? firstScreen(draft ?? null) : undefined;
    this.#show(this.#first?.root ?? document.createElement("slot"));
  }

  /** @param {Element} content */
  #show(content) {
    this.#shadow.adoptedStyleSheets = content.matches("slot") ? [] : [FIRST];
    this.#shadow.replaceChildren(content);
  }

  /** @param {Arrival} arrival */
  async #start(arrival) {
    const key = this.#key;
    const isGone = () => this.#key !== key || this.#arrival !== arrival;
    this.#status = "loading";
    try {
      const language = this.#language();
      const [module, css, words] = await Promise.all([
        application(address(), this.getAttribute("nonce")),
        fetchedSheet(SUPPORT_FIT.assets.css),
        this.#words(language),
      ]);
      if (isGone()) return;
      const attached = await module.attach({
        element: this,
        shadow: this.#shadow,
        settings: SETTINGS,
        config: this.#config,
        key,
        draft: this.#draft,
        first: this.#first,
        css,
        words,
        language,
        show: (root) => this.#show(root),
        other: (wanted) => this.#language(wanted),
        read: (language) => this.#words(language),
        tell: (name, detail) => tell(this, name, detail),
        kept: () => kept(key) ?? this.#draft,
        keep: (draft) => (this.#draft = draft),
        renew,
        stop: (cause, said, ways) => {
          this.#attached = undefined;
          this.#fail(new Failure("crashed", cause), said, ways(this.#want));
        },
        isGone,
      });
      if (!attached) return;
      this.#first = undefined;
      this.#sight.disconnect();
      this.#attached = attached;
      this.#status = "ready";
      attached.ready();
      arrival.resolve(attached);
    } catch (error) {
      if (isGone()) return;
      const { failed, retry } = SUPPORT_FIT.texts;
      const failure =
        error instanceof Failure ? error : new Failure("broken-build", import.meta.url, error);
      this.#fail(failure, failed, { [retry]: this.#want });
      arrival.reject(failure);
    }
  }

  /**
   * @param {Failure} failure
   * @param {string} said
   * @param {Record<string, () => void>} ways
   */
  #fail(failure, said, ways) {
    this.#arrival = undefined;
    this.#status = "failed";
    this.#show(message(said, ways));
    console.error("<support-fit>", failure);
    tell(this, "error", { code: failure.code, message: failure.message });
  }

  /**
   * The language of the words that the element is shown in.
   *
   * @param {string} [tag] What is wanted; else that of the nearest element that has one.
   */
  #language(tag = this.closest("[lang]")?.getAttribute("lang") ?? "") {
    const known = SUPPORT_FIT.assets.words;
    return (
      [tag, tag.split("-")[0] ?? ""].find((name) => name in known) ?? SUPPORT_FIT.first.language
    );
  }

  /** @param {string} language */
  #words(language) {
    return text(SUPPORT_FIT.assets.words[language] ?? "");
  }
}
