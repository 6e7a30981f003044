// What links to a result contain of the page's address.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { address } from "../../src/browser/address.js";

/** The build replaces `SUPPORT_FIT_FRAME_QUERY`. */
const FRAME_QUERY = ["theme", "config", "storage-key"];
Object.assign(globalThis, { SUPPORT_FIT_FRAME_QUERY: FRAME_QUERY });

/** The default of `linkQuery`. */
const USUAL = ["lang", "p", "page_id"];

/** @type {{ supportFit?: string }} */
let dataset;

beforeEach(() => {
  dataset = {};
});

/**
 * @param {string} url
 * @param {string[]} [query]
 */
function addressAt(url, query = USUAL) {
  Object.assign(globalThis, {
    location: new URL(url),
    document: { querySelector: () => (dataset.supportFit === "frame" ? {} : null) },
  });
  return address(query);
}

// @threat-page-address
test("a link has no parameter that the settings do not name", () => {
  const url =
    "https://marlow.example/help?email=jo@marlow.example&lang=de&token=s3cret&utm_source=mail";
  assert.equal(addressAt(url), "https://marlow.example/help?lang=de");
  assert.equal(addressAt("https://marlow.example/?token=s3cret"), "https://marlow.example/");
});

test("a page in memory has no address", () => {
  assert.equal(addressAt("blob:https://marlow.example/0d28c1a4"), "");
});

test("a link leads to a page of WordPress that has only a number", () => {
  assert.equal(
    addressAt("https://marlow.example/?page_id=7&p=3"),
    "https://marlow.example/?page_id=7&p=3",
  );
});

test("the settings can name other parameters, also outside of ASCII and repeated", () => {
  const url = "https://marlow.example/?gr%C3%B6%C3%9Fe=a%26b&lang=de&id=1&id=2";
  assert.equal(
    addressAt(url, ["größe", "id"]),
    "https://marlow.example/?gr%C3%B6%C3%9Fe=a%26b&id=1&id=2",
  );
  assert.equal(addressAt(url, []), "https://marlow.example/");
});

// @threat-page-address
test("a link has neither a user name nor a password", () => {
  assert.equal(addressAt("https://ann:s3cret@marlow.example/help"), "https://marlow.example/help");
});

test("a route after # is kept, with the parameters that the settings name", () => {
  for (const [hash, kept] of [
    ["#/pricing", "#/pricing"],
    ["#!/pricing/2", "#!/pricing/2"],
    ["#/guide#section-2", "#/guide#section-2"],
    ["#/pricing?lang=de&email=jo@marlow.example", "#/pricing?lang=de"],
    ["#/pricing?token=s3cret", "#/pricing"],
    ["#/pricing?support-fit-s2-old&p=3", "#/pricing?p=3"],
  ])
    assert.equal(addressAt(`https://marlow.example/?a=1${hash}`), `https://marlow.example/${kept}`);
  const query = ["id"];
  assert.equal(
    addressAt("https://marlow.example/?id=1#/?lang=de&id=2", query),
    "https://marlow.example/?id=1#/?id=2",
  );
});

// @threat-page-address
test("a link has nothing of what a sign-in page adds after #", () => {
  for (const hash of [
    "#access_token=s3cret&state=1",
    "#id_token=s3cret",
    "#state=/a&access_token=s3cret",
    "#!access_token=s3cret",
    "#section-2&access_token=s3cret",
    // Some routers turn `#x` into `#/x`.
    "#/access_token=s3cret&state=1",
    "#/id_token=s3cret",
    "#!/access_token=s3cret",
    "#/callback#access_token=s3cret",
    "#/callback&access_token=s3cret",
  ])
    assert.equal(addressAt(`https://marlow.example/${hash}`), "https://marlow.example/", hash);
  const route = "https://marlow.example/#/callback?lang=de";
  assert.equal(addressAt(`${route}#access_token=s3cret`), route);
});

test("a link made in our frame keeps what the frame was opened with, but not who provides it", () => {
  dataset = { supportFit: "frame" };
  const settings = FRAME_QUERY.map((name) => `${name}=x`).join("&");
  const url = `https://widget.example/frame.html?${settings}&provider-name=Marlow&token=s3cret`;
  assert.equal(addressAt(url), `https://widget.example/frame.html?${settings}`);
  assert.equal(
    addressAt(`${url}&id=1`, ["id"]),
    `https://widget.example/frame.html?${settings}&id=1`,
  );
});
