// What has to work in every engine: the smoke list of the project. The whole of it is tried in Chromium, by tests/e2e.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";
import { extractText } from "unpdf";

import { WORDS, organization } from "../e2e/steps/content.js";
import { LEANS, QUESTIONS } from "../e2e/steps/flow.js";
import { ENGINE } from "./steps/engines.js";
import { visits } from "./steps/visit.js";

const visit = visits();

const LEAN = "Leaning toward co-managed IT";

/** An organization with a clear result, and its shares as the reference program computed them. */
const CLEAR = organization("P2");

const { view: VIEW } = WORDS.ui.result;

/**
 * The title of each view in the row but the answer.
 *
 * @type {Record<string, string>}
 */
const TITLES = {
  [VIEW.why]: WORDS.ui.result.why.title,
  [VIEW.what_if]: WORDS.ui.result.change.title,
  [VIEW.cost]: WORDS.ui.cost.title,
  [VIEW.who]: WORDS.ui.duties.title,
  [VIEW.plan]: WORDS.ui.result.roadmap.title,
  [VIEW.ask]: WORDS.ui.result.ask.title,
};

const UNSETS = "<style>* { all: unset !important; }</style>";

/** @param {string} origin */
const elementOf = (origin) =>
  `<support-fit><p>On paper</p></support-fit><script type="module" src="${origin}support-fit.js"></script>`;

/** @param {string} origin */
const frameOf = (origin) =>
  `<iframe data-support-fit title="Assessment" src="${origin}frame.html"></iframe>
   <script type="module" src="${origin}support-fit-frame.js"></script>`;

/**
 * The shares of a result in whole numbers, by the names in the vectors.
 *
 * @param {Record<string, number>} shares
 */
const rounded = (shares) =>
  Object.fromEntries(
    Object.entries(shares).map(([model, share]) => [
      model.replace("_", "-"),
      Math.round(share * 100),
    ]),
  );

/**
 * Goes through all questions to the full result.
 *
 * @param {import("./steps/visitor.js").Visitor} visitor At the first question.
 * @param {import("../e2e/steps/content.js").Organization} organization
 */
async function takeAll(visitor, { answers }) {
  const { to_check, to_result } = WORDS.ui.nav;
  await visitor.answerWhatIsAsked(answers);
  await (await visitor.see(".actions .primary", WORDS.ui.nav.go_on)).click();
  await visitor.answerWhatIsAsked(answers);
  await visitor.heading(WORDS.ui.priorities.title);
  await visitor.press(to_check);
  await visitor.heading(WORDS.ui.check.title);
  await visitor.press(to_result);
  await visitor.resultIsWhole();
}

visit(
  "the tests hear what pages complain of, ours and others",
  async (visitor, site) => {
    const { complaints, widget } = site;
    await visitor.open(widget);
    await visitor.run(() => console.warn("a warning"));
    await visitor.until("it is not heard", async () => complaints.includes("warn a warning"));
    await visitor.driver.get(
      site.page("<script>throw new Error('a fault')</script><img src='/gone'>"),
    );
    for (const said of ["a fault", "/gone"]) {
      await visitor.until(`“${said}” is not heard`, async () =>
        complaints.some((complaint) => complaint.includes(said)),
      );
    }
  },
  { silent: false },
);

visit("the quick check leads to its verdict", async (visitor, { widget }) => {
  await visitor.open(widget);
  await visitor.answerAll(QUESTIONS, LEANS);
  await visitor.heading(LEAN);
});

visit("the full assessment leads to the figures of the reference", async (visitor, { widget }) => {
  await visitor.open(widget);
  await takeAll(visitor, CLEAR);
  const result = await visitor.run(
    () => /** @type {any} */ (document.querySelector("support-fit")).result,
  );
  const { verdict, first_share } = CLEAR.result;
  assert.deepEqual(result.shares, rounded(first_share));
  assert.equal(result.verdict, verdict);
  assert.equal(result.isFull, true);
});

visit(
  "each view of the full result opens by its link, and a reload keeps it",
  async (visitor, site) => {
    await visitor.open(site.widget);
    await takeAll(visitor, CLEAR);
    for (const [name, title] of Object.entries(TITLES)) {
      await visitor.press(name);
      await visitor.heading(title);
      const isThere = async () => (await visitor.focused())?.text === title;
      await visitor.until(`the title of “${name}” has no focus`, isThere);
      assert.equal(await visitor.sideways(), 0);
    }
    await visitor.reload();
    await visitor.heading(WORDS.ui.result.ask.title);
  },
);

visit("a reload keeps the place and the answers", async (visitor, { widget }) => {
  await visitor.open(widget);
  await visitor.answerAll(QUESTIONS, LEANS.slice(0, 3));
  await visitor.heading(QUESTIONS[3]);
  await visitor.choose(LEANS[3]);
  await visitor.reload();
  await visitor.heading(QUESTIONS[3]);
  const row = await visitor.see("label:has(:checked)", "");
  assert.equal(await row.getText(), LEANS[3]);
  await visitor.press("Back");
  await visitor.see("label:has(:checked)", LEANS[2]);
});

for (const name of ["", "frame.html"]) {
  visit(
    `“${name || "index.html"}” opens without a network, with the answers`,
    async (visitor, site) => {
      await visitor.open(site.widget + name);
      await visitor.answerAll(QUESTIONS, LEANS.slice(0, 2));
      await visitor.heading(QUESTIONS[2]);
      await visitor.until("the build is not kept", () =>
        visitor.run(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)),
      );
      await site.stop();
      await visitor.reload();
      await visitor.heading(QUESTIONS[2]);
      await visitor.answerAll(QUESTIONS.slice(2), LEANS.slice(2));
      await visitor.heading(LEAN);
      await visitor.resultIsWhole();
    },
  );
}

visit(
  "storage that throws is told, and the check goes on to its verdict",
  async (visitor, site) => {
    const head = `<script>
    Object.defineProperty(window, "localStorage", {
      get() { throw new DOMException("blocked by the test", "SecurityError"); },
    });
  </script>`;
    await visitor.open(site.page(elementOf(site.widget), { head }));
    await visitor.choose(LEANS[0]);
    await visitor.see("p", "This browser won't let us save your answers.");
    await visitor.answerAll(QUESTIONS, LEANS);
    await visitor.heading(LEAN);
  },
);

// Firefox never loads a module again from an address that has failed.
for (const type of ["js", "wasm"]) {
  visit(
    `“Try again” starts the assessment after the .${type} file was cut off once`,
    async (visitor, site) => {
      site.drop(new RegExp(`^/assets/support-fit-[^/]*\\.${type}$`));
      await visitor.driver.get(site.page(elementOf(site.widget)));
      await visitor.press(WORDS.ui.failure.retry);
      await visitor.ready();
      await visitor.heading(QUESTIONS[0]);
      const named = site.complaints.filter((complaint) => complaint.includes("<support-fit>"));
      assert.match(
        named.join(),
        new RegExp(`^error <support-fit> Error: unreachable: [^,]*\\.${type} `),
      );
    },
    { silent: false },
  );
}

visit("the element works in a page that unsets every style", async (visitor, site) => {
  await visitor.open(site.page(elementOf(site.widget), { head: UNSETS }));
  await visitor.answerAll(QUESTIONS, LEANS);
  await visitor.heading(LEAN);
  // Its own styles hold inside: the page's sheet has set none of them back.
  const title = await visitor.heading(LEAN);
  assert.ok(Number.parseInt(await title.getCssValue("font-weight")) >= 600);
});

visit("the frame works in a page that unsets every style", async (visitor, site) => {
  const { driver } = visitor;
  // So high that no question needs scrolling: WebKit's driver misses what it has to scroll to through a frame.
  await driver.manage().window().setRect({ width: 1280, height: 2000 });
  await driver.get(site.page(frameOf(site.widget), { head: UNSETS }));
  const frame = await driver.findElement({ css: "iframe" });
  await driver.switchTo().frame(frame);
  await visitor.ready();
  const first = await contentHeight(visitor);
  await driver.switchTo().defaultContent();
  await visitor.until("the frame is not as high as its content", async () =>
    isNear((await frame.getRect()).height, first),
  );
  await driver.switchTo().frame(frame);
  await visitor.answerAll(QUESTIONS, LEANS);
  await visitor.heading(LEAN);
  await visitor.resultIsWhole();
  const last = await contentHeight(visitor);
  assert.ok(last > first, `${last} px after ${first} px`);
  await driver.switchTo().defaultContent();
  await visitor.until("the frame does not grow with its content", async () =>
    isNear((await frame.getRect()).height, last),
  );
});

visit("in a frame taller than the window, a dialog opens in view", async (visitor, site) => {
  const { driver } = visitor;
  // High enough to answer, for the reason above.
  await driver.manage().window().setRect({ width: 1280, height: 2000 });
  await driver.get(site.page(frameOf(site.widget)));
  const frame = await driver.findElement({ css: "iframe" });
  await driver.switchTo().frame(frame);
  await visitor.ready();
  await visitor.answerAll(QUESTIONS, LEANS);
  await visitor.heading(LEAN);
  await visitor.resultIsWhole();
  await driver.switchTo().defaultContent();
  await driver.manage().window().setRect({ width: 1280, height: 600 });
  const scrolled = () =>
    visitor.run(() => (scrollTo(0, 1e6), [scrollY, innerHeight, document.body.scrollHeight]));
  await visitor.until("the window is not low", async () => Number((await scrolled())[1]) < 700);
  await driver.switchTo().frame(frame);
  await visitor.until("the frame is not as tall as its content", async () =>
    isNear(await contentHeight(visitor), await visitor.run(() => innerHeight)),
  );
  await driver.switchTo().defaultContent();
  const [place] = await scrolled();
  assert.ok(Number(place) > 700, `the page scrolls only to ${place}`);
  const { top } = await visitor.run(() =>
    /** @type {Element} */ (document.querySelector("iframe")).getBoundingClientRect().toJSON(),
  );
  await driver.switchTo().frame(frame);
  const opener = await visitor.see("button", WORDS.ui.footer.start_over);
  await visitor.run((button) => /** @type {any} */ (button).click(), opener);
  const dialog = await visitor.see("dialog", WORDS.ui.confirm.start_over.title);
  const at = await visitor.run(
    (dialog) => /** @type {any} */ (dialog).getBoundingClientRect().toJSON(),
    dialog,
  );
  await driver.switchTo().defaultContent();
  const [after, height] = await visitor.run(() => [scrollY, innerHeight]);
  assert.equal(after, place);
  assert.ok(top + at.top >= 0 && top + at.bottom <= Number(height), JSON.stringify([top, at]));
});

/** @param {import("./steps/visitor.js").Visitor} visitor In a frame. */
const contentHeight = (visitor) => visitor.run(() => document.body.getBoundingClientRect().height);

/**
 * @param {number} height
 * @param {number} other
 */
const isNear = (height, other) => Math.abs(height - other) <= 2;

visit("the keyboard alone leads to the verdict", async (visitor, { widget }) => {
  await visitor.open(widget);
  for (const [n, question] of QUESTIONS.entries()) {
    await visitor.heading(question);
    if (n > 0)
      await visitor.until(
        "the heading has no focus",
        async () => (await visitor.focused())?.text === question,
      );
    await visitor.tabTo(({ type }) => type === "radio");
    await visitor.type(Key.SPACE);
    for (let moves = 0; (await visitor.focused())?.text !== LEANS[n]; moves++) {
      assert.ok(moves < 9, "the arrows do not lead to the answer");
      await visitor.type(Key.ARROW_DOWN);
    }
    await visitor.see("label:has(:checked)", String(LEANS[n]));
    // By both keys that press a button.
    await visitor.tabTo(({ type }) => type === "submit");
    await visitor.type(n % 2 ? Key.SPACE : Key.ENTER);
  }
  await visitor.heading(LEAN);
});

visit("the browser prints the view that is shown", async (visitor, { widget }) => {
  await visitor.open(widget);
  await takeAll(visitor, CLEAR);
  await visitor.press(VIEW.cost);
  await visitor.heading(WORDS.ui.cost.title);
  // One driver does not print.
  if (!ENGINE.prints) return;
  const paper = await pdf(visitor);
  assert.ok(paper.includes(WORDS.ui.cost.title), "the view is not on paper");
  assert.ok(!paper.includes(WORDS.ui.result.view.save), "what can be pressed is on paper");
});

/** @param {import("./steps/visitor.js").Visitor} visitor */
async function pdf(visitor) {
  const { driver } = /** @type {any} */ (visitor);
  const printed = Buffer.from(await driver.printPage({}), "base64");
  const { text } = await extractText(new Uint8Array(printed), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

visit(
  "print() hands the report to the printer, as a document of its own",
  async (visitor, site) => {
    await visitor.open(site.page(`<p>Not to be printed</p>${elementOf(site.widget)}`));
    await takeAll(visitor, CLEAR);
    const text = await visitor.run(async () => {
      let printed = "";
      const window_ = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "contentWindow");
      Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {
        get() {
          const view = window_?.get?.call(this);
          view.print = () => {
            const host = view.document.body.firstElementChild;
            printed = host.shadowRoot.textContent + view.getComputedStyle(host).display;
          };
          return view;
        },
      });
      await /** @type {any} */ (document.querySelector("support-fit")).print();
      return printed;
    });
    for (const part of [
      WORDS.verdict.clear.title.replace("{leader}", WORDS.alternative[CLEAR.result.leader].inline),
      WORDS.ui.duties.title,
      WORDS.ui.cost.title,
      WORDS.ui.result.admits,
    ]) {
      assert.ok(text.includes(part), `“${part}” is not on paper`);
    }
    assert.ok(!text.includes(WORDS.ui.nav.change), "what can be pressed is on paper");
    assert.ok(!text.includes("Not to be printed"));
  },
);
