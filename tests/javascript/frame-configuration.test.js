// Which file the address of the frame can name as its configuration, and which of its settings count.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, afterEach, before, beforeEach, mock, test } from "node:test";

import {
  addressOf,
  frameConfiguration,
  settingsOf,
  withoutContact,
} from "../../src/embed/frame-configuration.js";

const PAGE = "https://widget.example/folder/frame.html?config=x#y";

for (const name of ["marlow.json", "a.json", "Marlow_2-b.v1.json", `${"x".repeat(75)}.json`]) {
  test(`"${name.slice(0, 30)}" is a file next to the frame`, () => {
    assert.equal(addressOf(name, PAGE), `https://widget.example/folder/${name}`);
  });
}

/** Names that could lead to another folder, another server, or anything but a file. */
const REFUSED = [
  "",
  ".json",
  ".marlow.json",
  "..json",
  "marlow.txt",
  "marlow.json.txt",
  "marlow.JSON",
  "marlow.json/",
  "marlow.json?sure=1",
  "marlow.json#x",
  "marlow json.json",
  "marlow.json\n",
  " marlow.json",
  "x/marlow.json",
  "./marlow.json",
  "../marlow.json",
  "/marlow.json",
  "/uploads/2026/11/notes.txt",
  "/uploads/marlow.json",
  "//evil.example/marlow.json",
  "\\\\evil.example\\marlow.json",
  "x\\marlow.json",
  "https://evil.example/marlow.json",
  "data:application/json,{}.json",
  "javascript:x.json",
  "%2e%2e%2fmarlow.json",
  "..%2fmarlow.json",
  "marlow%2ejson",
  "x%5cmarlow.json",
  "ma\u0440low.json",
  "marlow\u200b.json",
  "\u202emarlow.json",
  `${"x".repeat(76)}.json`,
];

for (const name of REFUSED) {
  // @threat-frame-address
  test(`${JSON.stringify(name).slice(0, 40)} is not a file next to the frame`, () => {
    assert.throws(() => addressOf(name, PAGE), /Expected the name of a JSON file next to frame/);
  });
}

/** What the frame's address may set. */
const ATTRIBUTES = ["data-layer", "lang", "theme"];

const OFFER = {
  events: "detailed",
  frameParents: ["https://evil.example"],
  ctaUrl: "https://evil.example/phish",
  ctaLabel: "Sign in to see it",
  cta: { lean: { url: "https://evil.example/phish" } },
  contact: { receiver: "json", url: "https://evil.example/in" },
  providerName: "Your Bank",
  providerSells: ["outsourced"],
  storageKey: "cart",
};

const LOOKS = { version: 1, theme: "dark", lang: "en", dataLayer: "_mtm" };

/** @type {string[]} */
let warnings = [];

beforeEach(() => {
  warnings = [];
  mock.method(console, "warn", (/** @type {unknown[]} */ ...parts) => {
    warnings.push(parts.join(" "));
  });
});
afterEach(() => mock.restoreAll());

test("all settings count in a file that is meant for frames", () => {
  const document = { ...LOOKS, ...OFFER, frame: true };
  assert.deepEqual(settingsOf(document, ATTRIBUTES), document);
  assert.deepEqual(warnings, []);
});

for (const frame of [undefined, false, null, "true", 1, {}]) {
  // @threat-frame-address @threat-frame-parents @threat-contact-settings
  test(`only looks count in a file with "frame": ${JSON.stringify(frame)}, and the console names the remedy`, () => {
    const document = { ...LOOKS, ...OFFER, frame };
    assert.deepEqual(settingsOf(document, ATTRIBUTES), { ...LOOKS, frame });
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? "", /takes only dataLayer, lang, theme .*Add "frame": true/);
  });
}

test("a file with nothing but looks needs no remedy", () => {
  assert.deepEqual(settingsOf(LOOKS, ATTRIBUTES), LOOKS);
  assert.deepEqual(warnings, []);
});

// @threat-frame-parents
test("nothing counts in a file of another version", () => {
  const document = { ...LOOKS, ...OFFER, frame: true, version: 2 };
  assert.deepEqual(settingsOf(document, ATTRIBUTES), { version: 2 });
});

for (const document of [null, [], [{ frame: true }], "/uploads/notes.txt", "#theirs", 5, true]) {
  // A string would be the address of another configuration.
  // @threat-frame-address
  test(`${JSON.stringify(document)} is not a configuration`, () => {
    assert.throws(() => settingsOf(document, ATTRIBUTES), /Expected an object/);
  });
}

/**
 * The paths that were requested.
 *
 * @type {string[]}
 */
let requests = [];

/** @type {Record<string, { status?: number, headers?: Record<string, string>, body?: string }>} */
const FILES = {
  "/good.json": { headers: { "content-type": "application/json; charset=utf-8" } },
  "/text.json": { headers: { "content-type": "text/json" } },
  "/vendor.json": { headers: { "content-type": "application/vnd.marlow+json" } },
  "/plain.json": { headers: { "content-type": "text/plain" } },
  "/page.json": { headers: { "content-type": "text/html; x=application/json" } },
  "/untyped.json": {},
  "/redirect.json": { status: 302, headers: { location: "/good.json" } },
  "/broken.json": { headers: { "content-type": "application/json" }, body: "{" },
  "/long.json": {
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ frame: true, a: "x".repeat(300_000) }),
  },
};

const server = createServer(({ url = "" }, response) => {
  requests.push(url);
  const {
    status = 200,
    headers = {},
    body = '{"frame":true,"ctaUrl":"tel:1"}',
  } = FILES[url] ?? {
    status: 404,
  };
  response.writeHead(status, headers).end(body);
});

let page = "";

before(async () => {
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  page = `http://127.0.0.1:${port}/frame.html`;
});
after(() => server.close());

/** @param {string} name */
const read = (name) => {
  requests = [];
  return frameConfiguration(name, page, ATTRIBUTES);
};

for (const name of ["good", "text", "vendor"]) {
  test(`a file of type ${FILES[`/${name}.json`]?.headers?.["content-type"]} is read`, async () => {
    assert.deepEqual(await read(`${name}.json`), { frame: true, ctaUrl: "tel:1" });
    assert.deepEqual(warnings, []);
  });
}

/** @type {Record<string, RegExp>} */
const UNUSABLE = {
  "plain.json": /plain\.json has the type text\/plain\. Send it as application\/json/,
  "page.json": /has the type text\/html/,
  "untyped.json": /has the type null/,
  "redirect.json": /redirect\.json/,
  "missing.json": /answered 404/,
  "broken.json": /JSON/,
  "long.json": /has more than 100,000 characters/,
};

for (const [name, says] of Object.entries(UNUSABLE)) {
  // @threat-frame-address
  test(`${name} is not used, and the console says why in one line`, async () => {
    assert.equal(await read(name), null);
    assert.deepEqual(requests, [`/${name}`]);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? "", /ignores the configuration "/);
    assert.match(warnings[0] ?? "", says);
  });
}

for (const name of ["/api/account/close?sure=1", "../uploads/notes.txt", "//evil.example/x.json"]) {
  // @threat-frame-address
  test(`"${name}" makes no request`, async () => {
    assert.equal(await read(name), null);
    assert.deepEqual(requests, []);
    assert.equal(warnings.length, 1);
  });
}

// @threat-frame-address
test("the request carries no cookies and follows no redirect", async () => {
  const fetched = mock.method(globalThis, "fetch");
  await read("good.json");
  const [, options] = fetched.mock.calls[0]?.arguments ?? [];
  assert.deepEqual([options?.credentials, options?.redirect], ["omit", "error"]);
});

// @threat-frame-address
test("a response from another address is not used", async () => {
  const elsewhere = { url: `${page}/x.json`, ok: true, headers: new Headers() };
  mock.method(globalThis, "fetch", async () => elsewhere);
  assert.equal(await read("good.json"), null);
  assert.match(warnings[0] ?? "", /good\.json led to .*frame\.html\/x\.json/);
});

// @threat-frame-parents
test("only pages that the file names show its contact form, and none gets the message", () => {
  const rest = { theme: "dark" };
  const mail = { ...rest, contact: { receiver: "mailto", email: "hello@marlow.example" } };
  const event = { ...rest, contact: { receiver: "event" } };
  assert.deepEqual(withoutContact(mail, true, true), mail);
  assert.deepEqual(withoutContact(mail, false, true), rest);
  assert.deepEqual(withoutContact(event, true, true), rest);
  assert.deepEqual(withoutContact(event, true, false), event, "the frame on its own");
  for (const contact of [null, 5, "event", []])
    assert.deepEqual(withoutContact({ ...rest, contact }, false, true), rest);
  assert.equal(withoutContact(null, false, true), null);
});
