// The contact form in a browser: what leaves the page, what is left behind, and what a visitor sees of each answer. Screens and
// messages: `tests/screens/contact.rs`; answers and attempts: the crate `contact`.

import { expect } from "@playwright/test";

import { barriers } from "./steps/checker.js";
import { WORDS, filled } from "./steps/content.js";
import { KEY, LEANING_RESULT, keep, stored, storedKeys } from "./steps/drafts.js";
import { eventDetails, listen, names } from "./steps/events.js";
import { LEANS, answerAll, button, painted } from "./steps/flow.js";
import { MADE_UP } from "./steps/framing.js";
import { resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, openHost, ready } from "./steps/host.js";
import { tabTo } from "./steps/keyboard.js";
import { DESKTOP, NARROW, misfits } from "./steps/measure.js";
import { ANSWERS, contactState as state, test } from "./steps/receiver.js";
import { openFold } from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/receiver.js").Received} Received */

const SAYS = WORDS.contact;

/** What the visitor types. */
const TYPED = {
  name: "Zelda Quistgaard",
  email: "zelda@harbor.example",
  message: "The magic word is xylophone.\nCould we talk?",
};

/** Parts of it that are nowhere else. */
const PERSONAL = ["Zelda", "Quistgaard", "zelda@", "xylophone"];

// The page is made up, and the receiver is on this machine.
test.use(MADE_UP);

/**
 * Opens a page with a contact form, which may send to the receiver, and waits until the application has loaded.
 *
 * @param {Page} page
 * @param {object} contact
 * @param {object} [options]
 * @param {string} [options.attributes]
 * @param {(policy: string) => string} [options.policy]
 */
async function openWith(page, contact, { attributes = "", policy } = {}) {
  const config = {
    version: 1,
    providerName: "Marlow & Finch IT",
    legalName: "Marlow & Finch IT LLC",
    postalAddress: "1 Main St, Springfield",
    privacyUrl: "https://www.marlow.example/privacy",
    contact: { email: "hello@marlow.example", answers: true, news: true, ...contact },
  };
  const settings = JSON.stringify(config).replaceAll("<", "\\u003c");
  await openHost(
    page,
    `<script type="application/json" id="theirs">${settings}</script>
      <main><h1>A host page</h1><support-fit config="#theirs" ${attributes}></support-fit></main>${SCRIPT}`,
    {
      policy:
        policy ??
        ((usual) =>
          usual
            .replace("connect-src", "connect-src http://127.0.0.1:*")
            .replace("form-action 'none'", "form-action http://127.0.0.1:*")),
    },
  );
  // While a page has routes, Playwright answers its preflights.
  await page.unrouteAll();
  await ready(page);
}

/**
 * The same, at the result of a quick check.
 *
 * @param {Page} page
 * @param {object} contact
 * @param {Parameters<typeof openWith>[2]} [options]
 */
async function openForm(page, contact, options) {
  await keep(page, LEANING_RESULT);
  await openWith(page, contact, options);
  await button(page, SAYS.check).waitFor();
}

/** @param {Page} page */
const part = (page) => page.locator("support-fit section.contact");

/**
 * A field of the form.
 *
 * @param {Page} page
 * @param {string} name
 */
const field = (page, name) => part(page).getByLabel(SAYS.field[name]);

/**
 * Expects a state, with the focus on its heading.
 *
 * @param {Page} page
 * @param {string} title
 */
async function expectState(page, title) {
  await expect(state(page)).toHaveText(title);
  await expect.soft(state(page), title).toBeFocused();
}

/** @param {Page} page */
async function fill(page) {
  for (const [name, text] of Object.entries(TYPED)) await field(page, name).fill(text);
}

/**
 * Expects everything that was typed in the form.
 *
 * @param {Page} page
 * @param {string} when
 */
async function expectTyped(page, when) {
  for (const [name, text] of Object.entries(TYPED)) {
    await expect.soft(field(page, name), when).toHaveValue(text);
  }
}

/**
 * Goes from the form to the message and sends it.
 *
 * @param {Page} page
 */
async function send(page) {
  await button(page, SAYS.check).click();
  await button(page, SAYS.review.send).click();
}

/**
 * What the visitor sees of the message: names and texts.
 *
 * @param {Page} page
 * @returns {Promise<Record<string, string>>}
 */
async function shownLines(page) {
  await expect(state(page)).toHaveText(SAYS.review.title);
  const rows = await part(page)
    .locator("dl.sent > div")
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector("dt")?.textContent,
        row.querySelector("dd :is(p, span)")?.textContent,
      ]),
    );
  return Object.fromEntries(rows);
}

/**
 * A message in JSON as names and texts.
 *
 * @param {object} message
 * @param {string} [before]
 * @returns {Record<string, string>}
 */
function lines(message, before = "") {
  const entries = Object.entries(message).flatMap(([name, value]) =>
    typeof value === "object" && !Array.isArray(value)
      ? Object.entries(lines(value, `${before}${name}.`))
      : [[before + name, typeof value === "string" ? value : JSON.stringify(value)]],
  );
  return Object.fromEntries(entries);
}

/**
 * Everything that the page has kept or told.
 *
 * @param {Page} page
 */
const traces = (page) =>
  page.evaluate(async () => {
    const cached = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        cached.push(request.url, await (await cache.match(request))?.text());
      }
    }
    const { dataLayer, recorded } = /** @type {any} */ (window);
    return {
      localStorage: { ...localStorage },
      sessionStorage: { ...sessionStorage },
      databases: await indexedDB.databases(),
      cookie: document.cookie,
      name: window.name,
      title: document.title,
      address: location.href,
      history: history.state,
      dataLayer,
      recorded,
      cached,
    };
  });

/**
 * The headings that are shown from now on.
 *
 * @param {Page} page
 */
const watchStates = (page) =>
  page.evaluate(() => {
    /** @type {string[]} */
    const states = [];
    Object.assign(window, { states });
    const root = /** @type {ShadowRoot} */ (document.querySelector("support-fit")?.shadowRoot);
    new MutationObserver(() => {
      const now = root.querySelector("#contact-now")?.textContent;
      if (now && now !== states.at(-1)) states.push(now);
    }).observe(root, { subtree: true, childList: true, characterData: true });
  });

/** @param {Page} page @returns {Promise<string[]>} */
const statesSoFar = (page) => page.evaluate(() => /** @type {any} */ (window).states);

test("A message is sent once, as shown, after the press and not before, and leaves no trace on the page @threat-contact-privacy @threat-contact-shown", async ({
  page,
  context,
  receiver,
}) => {
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  /** @type {string[]} */
  const requested = [];
  page.on("request", (request) => {
    if (request.url() !== receiver.url) requested.push(`${request.url()} ${request.postData()}`);
  });
  // Cookies do not depend on the port, so the receiver would get this one.
  const { origin } = new URL(receiver.url);
  await context.addCookies([{ name: "session", value: "theirs", url: origin }]);
  await listen(page);
  await openWith(page, { receiver: "json", url: receiver.url }, { attributes: "data-layer" });
  await answerAll(page, LEANS);
  await resultIsWhole(page);

  await test.step("the page learns that the form is in view, and not before", async () => {
    await button(page, SAYS.check).waitFor();
    await painted(page);
    expect.soft(await names(page)).not.toContain("contact");
    await part(page).scrollIntoViewIfNeeded();
    await expect.poll(() => names(page)).toContain("contact");
  });

  await fill(page);
  await part(page).getByLabel(SAYS.with.result).check();

  await test.step("before the press, the receiver is asked nothing, also after a double press on the button before", async () => {
    await button(page, SAYS.check).dblclick({ delay: 60 });
    await expect(button(page, SAYS.review.send)).toBeEnabled();
    expect.soft([...receiver.received, ...receiver.preflights]).toEqual([]);
  });

  const shown = await shownLines(page);
  await test.step("the press sends what is shown, without a cookie or where it comes from", async () => {
    await button(page, SAYS.review.send).click();
    await expectState(page, SAYS.accepted.title);
    expect(receiver.received).toHaveLength(1);
    for (const { method, headers } of [...receiver.received, ...receiver.preflights]) {
      expect.soft([headers.cookie, headers.referer], method).toEqual([undefined, undefined]);
    }
    expect.soft(receiver.preflights).toHaveLength(1);
    const sent = JSON.parse(receiver.received[0]?.body ?? "");
    expect.soft(lines(sent)).toEqual(shown);
    expect.soft(sent).toMatchObject({ ...TYPED, verdict: "lean", leader: "co-managed" });
    expect.soft(sent.link).toContain("#support-fit-");
  });

  await test.step("other answers of success, each to a message with an id of its own", async () => {
    const ids = [JSON.parse(receiver.received[0]?.body ?? "").id];
    for (const answer of /** @type {const} */ (["created", "no content"])) {
      receiver.answers(ANSWERS[answer]);
      await button(page, SAYS.new).click();
      await expect.soft(field(page, "email"), answer).toHaveValue(TYPED.email);
      await expect.soft(field(page, "message"), answer).toHaveValue("");
      await fill(page);
      await send(page);
      await expectState(page, SAYS.accepted.title);
      expect.soft(receiver.received, answer).toHaveLength(1);
      ids.push(JSON.parse(receiver.received[0]?.body ?? "").id);
    }
    expect.soft(new Set(ids).size).toBe(3);
  });

  await test.step("the page learns that a message went out, and nothing of it", async () => {
    const told = (await eventDetails(page)).filter(([name]) => /^(lead|contact)/.test(name));
    expect.soft(told.splice(0, 2)).toEqual([
      ["contact", { stage: "shown" }],
      ["contact", { stage: "started" }],
    ]);
    expect.soft(told.map(([name]) => name)).toEqual(Array(3).fill(["lead", "lead-result"]).flat());
    const left = await traces(page);
    expect
      .soft(left.dataLayer.map((/** @type {any} */ one) => one.event))
      .toContain("support_fit_lead_result");
    const everything = JSON.stringify([left, said, requested]);
    for (const text of PERSONAL) expect.soft(everything).not.toContain(text);
  });
});

test("Whatever else the receiver answers, nothing claims success, nothing is lost, and nothing is sent again @threat-contact-outcomes", async ({
  page,
  receiver,
}) => {
  await openForm(page, { receiver: "form", url: receiver.url });
  await fill(page);
  await watchStates(page);
  const { refused, failed, unconfirmed } = SAYS;

  for (const [answer, title] of /** @type {[keyof typeof ANSWERS, string][]} */ ([
    ["not authorized", refused.title],
    ["an error of Formspree", refused.title],
    ["an error of HubSpot", refused.title],
    ["conflict", refused.title],
    ["a huge refusal", refused.title],
    ["too many requests", failed.unsent],
    ["a server error", failed.maybe],
    ["an error that is cut off", failed.maybe],
    ["a redirect", failed.maybe],
    ["a lost connection", failed.maybe],
    ["success that may not be read", failed.maybe],
    ["a huge page", unconfirmed.title],
    ["a page", unconfirmed.title],
  ])) {
    await test.step(answer, async () => {
      receiver.answers(ANSWERS[answer]);
      await send(page);
      await expectState(page, title);
      const isUnconfirmed = title === unconfirmed.title;
      await button(page, isUnconfirmed ? SAYS.new : SAYS.review.change).click();
      await button(page, SAYS.check).waitFor();
      // Another message has another text.
      if (isUnconfirmed) await field(page, "message").fill(TYPED.message);
      await expectTyped(page, answer);
      const { email } = SAYS.field;
      if (answer === "an error of Formspree") {
        await expect
          .soft(part(page).getByRole("button", { name: email }))
          .toContainText("We cannot write to this address.");
        await expect.soft(field(page, "email")).toHaveAttribute("aria-invalid", "true");
      }
      expect
        .soft(
          receiver.received.map(({ path }) => path),
          answer,
        )
        .toEqual(["/lead"]);
      expect.soft(receiver.preflights, "a form needs none").toEqual([]);
    });
  }

  expect.soft(await statesSoFar(page)).not.toContain(SAYS.accepted.title);

  await test.step("JSON that the browser must not send", async () => {
    receiver.answers(ANSWERS.ok);
    receiver.refusePreflights();
    await openForm(page, { receiver: "json", url: receiver.url });
    await fill(page);
    await watchStates(page);
    await send(page);
    await expectState(page, SAYS.waiting.title);
    await button(page, SAYS.sending.cancel).click();
    await expectState(page, failed.maybe);
    await button(page, SAYS.review.change).click();
    await expectTyped(page, "JSON that the browser must not send");
    expect.soft([receiver.received.length, receiver.preflights.length]).toEqual([0, 1]);
    expect.soft(await statesSoFar(page)).not.toContain(SAYS.accepted.title);
  });
});

test("JSON is sent again by itself, and after “Stop sending” a late answer changes nothing @threat-contact-repeats", async ({
  page,
  receiver,
}) => {
  // A script of the page that wraps `fetch` and forgets that a request can be stopped.
  await page.addInitScript(() => {
    const { fetch } = window;
    window.fetch = (address, { signal: _, ...options } = {}) => fetch(address, options);
  });
  await openForm(page, { receiver: "json", url: receiver.url });
  await fill(page);

  await test.step("a busy receiver gets the same message again after some seconds", async () => {
    receiver.answers(ANSWERS.busy, ANSWERS.ok);
    await send(page);
    await expectState(page, SAYS.waiting.title);
    await expectState(page, SAYS.accepted.title);
    const bodies = receiver.received.map(({ body }) => body);
    expect.soft(bodies).toHaveLength(2);
    expect.soft(bodies[0]).toBe(bodies[1]);
    expect.soft(JSON.parse(bodies[0] ?? "").id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  });

  await test.step("while there is no answer, the visitor can stop", async () => {
    await button(page, SAYS.new).click();
    await fill(page);
    receiver.answers(ANSWERS.nothing);
    const arrives = page.waitForRequest((one) => one.url() === receiver.url);
    await send(page);
    await expectState(page, SAYS.sending.title);
    await arrives;
    await expect.poll(() => receiver.received.length).toBe(1);
    await button(page, SAYS.sending.cancel).click();
    await expectState(page, SAYS.failed.maybe);
  });

  await test.step("the answer that arrives then changes nothing", async () => {
    const answered = page.waitForResponse((one) => one.url() === receiver.url);
    receiver.answerLate(ANSWERS.ok);
    await (await answered).finished();
    await painted(page);
    await expectState(page, SAYS.failed.maybe);
    expect.soft(receiver.received).toHaveLength(1);
    await button(page, SAYS.review.change).click();
    await expectTyped(page, "after stopping");
  });
});

test("A message that is sent offline waits for the network, and goes out once", async ({
  page,
  context,
  receiver,
}) => {
  await openForm(page, { receiver: "json", url: receiver.url });
  await fill(page);
  await context.setOffline(true);

  await test.step("while offline, it waits, and can be taken back", async () => {
    await send(page);
    await expectState(page, SAYS.offline.title);
    await button(page, SAYS.sending.cancel).click();
    await expectState(page, SAYS.review.title);
    await button(page, SAYS.review.send).click();
    await expectState(page, SAYS.offline.title);
  });

  await test.step("online, it goes out once", async () => {
    await context.setOffline(false);
    await expectState(page, SAYS.accepted.title);
    await page.waitForLoadState("networkidle");
    expect.soft(receiver.received).toHaveLength(1);
  });
});

test("The form can be used by keyboard, from the first field to the last word @wcag-2.1.1 @wcag-2.4.3 @wcag-2.4.7", async ({
  page,
  receiver,
}) => {
  await openForm(page, { receiver: "json", url: receiver.url });
  /** @param {string} name */
  const tabToButton = (name) => tabTo(page, (at) => at.tag === "button" && at.name === name);
  /** @param {string} when */
  const expectFocusInPart = async (when) => {
    await painted(page);
    await expect.soft(part(page).locator(":focus"), when).toHaveCount(1, { timeout: 1_000 });
  };

  await test.step("a problem leads to its field", async () => {
    await tabToButton(SAYS.check);
    await page.keyboard.press("Enter");
    await expectState(page, SAYS.fault.title);
    await tabTo(page, (at) => at.tag === "button" && at.name.startsWith(SAYS.field.email));
    await page.keyboard.press("Enter");
    await expect(field(page, "email")).toBeFocused();
    await page.keyboard.type("zelda@gmial.com");
  });

  await test.step("a likely typo is corrected by its button", async () => {
    await tabToButton(filled(SAYS.typo.take, { email: "zelda@gmail.com" }));
    await page.keyboard.press("Enter");
    await expect(field(page, "email")).toHaveValue("zelda@gmail.com");
    await expect.soft(field(page, "email"), "corrected").not.toHaveAttribute("aria-invalid");
    await expectFocusInPart("after the typo");
  });

  await test.step("the rest is in the order of the page", async () => {
    await tabTo(page, (at) => at.tag === "textarea");
    await page.keyboard.type("One line");
    await page.keyboard.press("Enter");
    await page.keyboard.type("another line");
    await tabTo(page, (at) => at.type === "checkbox" && at.name === SAYS.with.result);
    await page.keyboard.press("Space");
    await tabToButton(SAYS.check);
    await page.keyboard.press("Enter");
    await expectState(page, SAYS.review.title);
    await expect(button(page, SAYS.review.send)).toBeEnabled();
    await tabToButton(SAYS.review.send);
    await page.keyboard.press("Enter");
    await expectState(page, SAYS.accepted.title);
    const { email, message, verdict, trap } = JSON.parse(receiver.received[0]?.body ?? "");
    const expected = ["zelda@gmail.com", "One line\nanother line", "lean", undefined];
    expect.soft([email, message, verdict, trap]).toEqual(expected);
  });

  await test.step("going back to the form keeps the focus in it", async () => {
    for (const press of [SAYS.new, SAYS.check, SAYS.review.change]) {
      await expect(button(page, press)).toBeEnabled();
      await tabToButton(press);
      await page.keyboard.press("Enter");
      await button(page, press === SAYS.check ? SAYS.review.send : SAYS.check).waitFor();
      await expectFocusInPart(press);
    }
  });

  await test.step("Enter in a field of one line shows the message", async () => {
    await tabTo(page, (at) => at.type === "email");
    await page.keyboard.press("Enter");
    await expectState(page, SAYS.review.title);
  });
});

test("A message that a visitor keeps outlives the tab, and nothing else does @threat-contact-kept", async ({
  context,
  receiver,
}) => {
  const contact = { receiver: "form", url: receiver.url };
  /** The key of a kept message. */
  const MESSAGE = `${KEY}.message`;
  const form = async () => {
    const page = await context.newPage();
    await openForm(page, contact);
    return page;
  };

  await test.step("a tab that is closed while a message is out leaves the result and nothing of the message", async () => {
    const page = await form();
    receiver.answers(ANSWERS.nothing);
    await fill(page);
    await send(page);
    await expectState(page, SAYS.sending.title);
    await expect.poll(() => receiver.received.length).toBe(1);
    await page.close();
    const next = await form();
    const texts = JSON.stringify(await stored(next));
    for (const text of PERSONAL) expect.soft(texts).not.toContain(text);
    await expect.soft(field(next, "message")).toHaveValue("");
    expect.soft(receiver.received, "sent once").toHaveLength(1);
    await next.close();
  });

  await test.step("while storage refuses, a message is sent as ever, and one that is lost cannot be kept", async () => {
    const page = await form();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("refused by the test", "QuotaExceededError");
      };
    });
    receiver.answers(ANSWERS.ok, ANSWERS["a lost connection"]);
    await fill(page);
    await send(page);
    await expectState(page, SAYS.accepted.title);
    await button(page, SAYS.new).click();
    await fill(page);
    await send(page);
    await expectState(page, SAYS.failed.maybe);
    await button(page, SAYS.kept.keep).click();
    await expect(part(page).getByText(SAYS.kept.failed)).toBeVisible();
    await button(page, SAYS.review.change).click();
    await expectTyped(page, "after storage refused");
    await page.close();
  });

  await test.step("after a press it is kept, and offered in the next tab", async () => {
    const page = await form();
    receiver.answers(ANSWERS["a lost connection"]);
    await fill(page);
    await send(page);
    await expectState(page, SAYS.failed.maybe);
    await button(page, SAYS.kept.keep).click();
    await expect(part(page).getByText(SAYS.kept.done)).toBeVisible();
    await page.close();
    const next = await form();
    await expect.soft(field(next, "message")).toHaveValue("");
    await button(next, SAYS.kept.take).click();
    await expectTyped(next, "taken");
    expect.soft(await barriers(next, { part: "section.contact" })).toEqual([]);
    receiver.answers(ANSWERS.ok);
    await send(next);
    await expectState(next, SAYS.accepted.title);
    expect.soft(await storedKeys(next)).not.toContain(MESSAGE);
    await next.close();
  });
});

test("No state of the form has an axe violation, and all fit into 320 px @wcag-1.3.1 @wcag-1.4.3 @wcag-1.4.10 @wcag-4.1.2", async ({
  page,
  receiver,
}) => {
  const own = [{ name: "when", label: "When?", choices: ["Now", "This year"] }];
  await openForm(page, { receiver: "json", url: receiver.url, own });
  /** @param {string} where */
  const passes = async (where) => {
    for (const viewport of [NARROW, DESKTOP]) {
      await page.setViewportSize(viewport);
      const at = `${where}, ${viewport.width} px`;
      expect.soft(await barriers(page, { part: "section.contact" }), at).toEqual([]);
      if (viewport === NARROW) expect.soft(await misfits(page), at).toEqual([]);
    }
  };

  await passes("the form");
  await button(page, SAYS.check).click();
  await expectState(page, SAYS.fault.title);
  await passes("with a problem");
  await fill(page);
  await part(page).getByLabel(SAYS.with.result).check();
  await button(page, SAYS.check).click();
  await expectState(page, SAYS.review.title);
  await openFold(part(page).locator("details:has(dl) > summary"));
  await passes("the check");
  receiver.answers(ANSWERS["an error of Formspree"]);
  await button(page, SAYS.review.send).click();
  await expectState(page, SAYS.refused.title);
  await passes("refused");
  await button(page, SAYS.review.change).click();
  await expectState(page, SAYS.fault.title);
  receiver.answers(ANSWERS.nothing);
  await send(page);
  await expectState(page, SAYS.sending.title);
  await passes("sending");
  await button(page, SAYS.sending.cancel).click();
  await expectState(page, SAYS.failed.maybe);
  await passes("given up");
  // So that the next attempt does not follow by itself.
  await page.evaluate(() => {
    const { setTimeout } = window;
    const short = (/** @type {() => void} */ then, milliseconds = 0, given = null) =>
      milliseconds < 1_000 ? setTimeout(then, milliseconds, given) : 0;
    Object.assign(window, { setTimeout: short });
  });
  receiver.answers(ANSWERS["too many requests"]);
  await button(page, SAYS.failed.again).click();
  await expectState(page, SAYS.waiting.title);
  await passes("waiting");
  receiver.answers(ANSWERS.ok);
  await button(page, SAYS.failed.again).click();
  await expectState(page, SAYS.accepted.title);
  await passes("accepted");
});

test("A policy of the page that does not name the receiver blocks the message, and the visitor reads that @threat-contact-outcomes", async ({
  page,
  context,
  receiver,
}) => {
  const found = complaints(page);
  const policy = (/** @type {string} */ usual) => usual;
  for (const [kind, directive] of [
    ["json", "connect-src"],
    ["form", "connect-src"],
    ["post", "form-action"],
  ]) {
    await test.step(`${kind}: ${directive}`, async () => {
      found.length = 0;
      const url = `${receiver.url}?list=1`;
      await openForm(page, { receiver: kind, url }, { policy });
      await fill(page);
      await send(page);
      await expectState(page, SAYS.failed.unsent);
      await expect.soft(button(page, SAYS.failed.again)).toHaveCount(0);
      const remedy = `contact: add ${new URL(url).origin} to ${directive} in`;
      for (const text of [remedy, "contact: blocked-by-policy"]) {
        await expect.soft.poll(() => found.join("\n"), { timeout: 2_000 }).toContain(text);
      }
      for (const text of PERSONAL) expect.soft(found.join("\n")).not.toContain(text);
      await button(page, SAYS.review.change).click();
      await expectTyped(page, String(kind));
      expect.soft([...receiver.received, ...receiver.preflights]).toEqual([]);
      expect.soft(context.pages()).toHaveLength(1);
    });
  }
});

test("A form in a new tab and the page itself get what is shown, and nothing is said to be certain @threat-contact-shown", async ({
  page,
  context,
  receiver,
}) => {
  await test.step("post: a new tab that cannot reach this one", async () => {
    await openForm(page, { receiver: "post", url: receiver.url });
    await fill(page);
    await button(page, SAYS.check).click();
    const shown = await shownLines(page);
    const opens = context.waitForEvent("page");
    await button(page, SAYS.review.send).click();
    const tab = await opens;
    await expectState(page, SAYS.unconfirmed.title);
    await tab.waitForURL(receiver.url);
    expect.soft(await tab.evaluate(() => opener)).toBe(null);
    await tab.close();
    expect(receiver.received).toHaveLength(1);
    const [{ method, headers, body } = /** @type {Received} */ ({})] = receiver.received;
    expect.soft(method).toBe("POST");
    expect.soft(headers["content-type"]).toBe("application/x-www-form-urlencoded");
    const sent = Object.fromEntries(new URLSearchParams(body));
    // Forms have lines of Windows.
    expect.soft({ ...sent, message: sent.message?.replaceAll("\r\n", "\n") }).toEqual(shown);
    await expect.soft(part(page)).not.toContainText(SAYS.accepted.title);
  });

  await test.step("event: the page gets what is shown, and its data layer does not", async () => {
    receiver.answers(ANSWERS.ok);
    await listen(page);
    await openForm(page, { receiver: "event" }, { attributes: "data-layer" });
    await fill(page);
    await button(page, SAYS.check).click();
    const shown = await shownLines(page);
    await button(page, SAYS.review.send).click();
    await expectState(page, SAYS.unconfirmed.title);
    const [, detail] = (await eventDetails(page)).find(([name]) => name === "lead") ?? [];
    expect.soft(lines(detail.payload)).toEqual(shown);
    const { dataLayer, localStorage } = await traces(page);
    for (const text of PERSONAL) {
      expect.soft(JSON.stringify({ dataLayer, localStorage })).not.toContain(text);
    }
  });

  await test.step("a page that cancels the message keeps it here", async () => {
    await openForm(page, { receiver: "json", url: receiver.url });
    await page.evaluate(() =>
      document.addEventListener("support-fit-lead", (event) => event.preventDefault(), {
        once: true,
      }),
    );
    await fill(page);
    await send(page);
    await expect(part(page).getByText(SAYS.review.stopped)).toBeVisible();
    await expectState(page, SAYS.review.title);
    expect.soft([...receiver.received, ...receiver.preflights]).toEqual([]);
    await button(page, SAYS.review.send).click();
    await expectState(page, SAYS.accepted.title);
    expect.soft(receiver.received).toHaveLength(1);
  });
});
