// The published schemas of a configuration, as validators and editors read them. `tests/config/fixture.rs` asks the reader
// about the same documents.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import languageService from "vscode-json-languageservice";

const { TextDocument, getLanguageService } = languageService;

/** @param {string} path From the project's folder. */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** @type {{ accepted: unknown[], refused: [string, unknown][], refusedByTheReaderOnly: [string, unknown][] }} */
const { accepted, refused, refusedByTheReaderOnly } = JSON.parse(
  read("tests/fixtures/configurations.json"),
);

const SCHEMAS = /** @type {const} */ ([
  ["support-fit.schema.json", Ajv2020],
  ["support-fit.schema.draft-07.json", Ajv],
]);

/** The configurations in the guides, without the one that shows mistakes, and without what is sent to a receiver. */
const examples = ["configuration", "contact", "embedding"].flatMap((name) =>
  [...read(`docs/${name}.md`).matchAll(/```json\n([^]*?)```/g)]
    .map(([, text = ""]) => JSON.parse(text))
    .filter((example) => !("providerNmae" in example || "consent" in example)),
);

for (const [file, Validator] of SCHEMAS) {
  const text = read(`docs/${file}`);
  // Unknown keywords are an error, but for the one of VS Code.
  const validator = new Validator({ strict: true, allowUnionTypes: true });
  validator.addKeyword("patternErrorMessage");
  const isValid = validator.compile(JSON.parse(text));

  test(`${file} accepts good documents`, () => {
    for (const document of accepted) assert.ok(isValid(document), JSON.stringify(document));
  });

  test(`${file} accepts the examples in the guides`, () => {
    assert.ok(examples.length > 0);
    for (const example of examples) assert.ok(isValid(example), JSON.stringify(example));
  });

  test(`${file} refuses bad documents`, () => {
    for (const [why, document] of refused)
      assert.ok(!isValid(document), `${why}: ${JSON.stringify(document)}`);
  });

  test(`${file} does not know what is on the short list`, () => {
    assert.ok(refusedByTheReaderOnly.length < 20);
    for (const [why, document] of refusedByTheReaderOnly) assert.ok(isValid(document), why);
  });

  test(`${file} is flat, and every property has a description`, () => {
    assert.doesNotMatch(text, /"(\$ref|\$defs|definitions|unevaluatedProperties|format)":/);
    const { contact, cta, logo, texts, weights, ...others } = JSON.parse(text).properties;
    for (const properties of [
      { contact, cta, logo, texts, weights, ...others },
      contact.properties,
      contact.properties.own.items.properties,
      cta.properties,
      cta.properties.lean.properties,
      logo.properties,
      texts.properties,
      texts.properties.sections.properties,
      weights.properties,
    ])
      for (const [name, property] of Object.entries(properties))
        assert.ok(property.description, name);
  });
}

// What VS Code does with a file whose `$schema` names the schema.

const ADDRESS = "https://your-site.example/support-fit/support-fit.schema.json";

/**
 * The language service of VS Code with a document. Nothing is requested.
 *
 * @param {string} file The schema.
 * @param {string} text The document; `|` marks the cursor.
 */
function opened(file, text) {
  const service = getLanguageService({
    schemaRequestService: (uri) =>
      uri === ADDRESS ? Promise.resolve(read(`docs/${file}`)) : Promise.reject(uri),
  });
  const cursor = text.indexOf("|");
  const source = text.replace("|", "");
  const document = TextDocument.create("file:///support-fit.json", "json", 1, source);
  const parsed = service.parseJSONDocument(document);
  return {
    async completions() {
      const list = await service.doComplete(document, document.positionAt(cursor), parsed);
      return list?.items ?? [];
    },
    async marks() {
      const found = await service.doValidation(document, parsed);
      return found.map(({ range }) => document.getText(range));
    },
    async hover() {
      const hover = await service.doHover(document, document.positionAt(cursor), parsed);
      return JSON.stringify(hover?.contents ?? "");
    },
  };
}

/** A document that names the schema. @param {string} settings */
const naming = (settings) => `{ "$schema": "${ADDRESS}", ${settings} }`;

for (const [file] of SCHEMAS) {
  test(`VS Code completes the names of settings with ${file}`, async () => {
    const items = await opened(file, naming('"prov|"')).completions();
    const names = items.map(({ label }) => label);
    assert.ok(names.includes("providerName") && names.includes("providerSells"), String(names));
    assert.ok(items.every(({ documentation }) => documentation));
  });

  test(`VS Code completes the values of settings with ${file}`, async () => {
    const labels = async (/** @type {string} */ settings) =>
      (await opened(file, naming(settings)).completions()).map(({ label }) => label);
    assert.deepEqual((await labels('"theme": |')).sort(), ['"auto"', '"dark"', '"light"', "null"]);
    assert.deepEqual((await labels('"providerSells": ["in-house", |]')).sort(), [
      '"co-managed"',
      '"outsourced"',
    ]);
  });

  test(`VS Code completes names and values inside objects with ${file}`, async () => {
    const labels = async (/** @type {string} */ settings) =>
      (await opened(file, naming(settings)).completions()).map(({ label }) => label);
    const calls = ["clear", "close", "co-managed", "in-house", "lean", "only", "outsourced"];
    assert.deepEqual((await labels('"cta": { "|" }')).sort(), calls);
    assert.deepEqual((await labels('"cta": { "lean": { "|" } }')).sort(), ["label", "url"]);
    const receivers = ["event", "form", "hubspot", "json", "mailto", "post"];
    assert.deepEqual(
      (await labels('"contact": { "receiver": | }')).sort(),
      receivers.map((name) => `"${name}"`),
    );
    assert.ok((await labels('"contact": { "receiver": "json", "|" }')).includes("url"));
    assert.deepEqual((await labels('"contact": { "own": [{ "|" }] }')).sort(), [
      "choices",
      "label",
      "name",
      "required",
    ]);
    assert.ok((await labels('"contact": { "names": { "|" } }')).includes("verdict"));
  });

  test(`VS Code marks mistakes inside objects with ${file}`, async () => {
    const settings =
      '"cta": { "lean": { "url": "/contact" } }, "contact": { "receiver": "json", "emial": "x", "required": ["fax"] }';
    const found = await opened(file, naming(settings)).marks();
    // `json` without `url` is marked at the object's name or its brace.
    assert.deepEqual(found.filter((text) => /^"(?!contact)/.test(text)).sort(), [
      '"/contact"',
      '"emial"',
      '"fax"',
    ]);
    assert.equal(found.length, 4);
  });

  test(`VS Code marks mistakes with ${file}`, async () => {
    const settings =
      '"providerNmae": "x", "theme": "drak", "frame": "true", "ctaUrl": "/contact", "providerSells": ["all"]';
    const found = await opened(file, naming(settings)).marks();
    const expected = ['"/contact"', '"all"', '"drak"', '"providerNmae"', '"true"'];
    assert.deepEqual(found.sort(), expected);
  });

  test(`VS Code marks nothing in a good file with ${file}, and explains a setting`, async () => {
    const good = opened(file, naming('"ver|sion": 1, "providerName": "Marlow", "theme": "dark"'));
    assert.deepEqual(await good.marks(), []);
    assert.match(await good.hover(), /version of the format/);
  });
}
