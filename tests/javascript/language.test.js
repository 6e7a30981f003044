// Which language of the build fits the language of a page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { available } from "../../src/embed/language.js";

const LANGUAGES = ["en", "en-GB", "de", "pt-BR"];
Object.assign(globalThis, {
  SUPPORT_FIT: { texts: Object.fromEntries(LANGUAGES.map((language) => [language, []])) },
});

test("a region without words of its own has those of its language", () => {
  for (const tag of ["de", "de-AT", "DE", "de-Latn-CH"]) assert.equal(available(tag), "de", tag);
});

test("a region with words of its own has these, and a language needs its own", () => {
  assert.equal(available("pt-BR"), "pt-BR");
  assert.equal(available("pt"), undefined);
});

test("English is British outside of North America and the Philippines", () => {
  for (const tag of ["en-GB", "en-au", "en-IE", "en-ZA", "en-DE"])
    assert.equal(available(tag), "en-GB", tag);
  for (const tag of ["en", "en-US", "en-CA", "en-PH", "en-x"])
    assert.equal(available(tag), "en", tag);
});

test("a language that the build does not have is none", () => {
  for (const tag of ["it", "", "toString", "constructor", "not a language", "enx"])
    assert.equal(available(tag), undefined, tag);
});
