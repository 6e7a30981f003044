// The plugin in a real WordPress, from its installation to its removal. The tests build on each other.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@playwright/test";

import { LEANS, answerAll, heading } from "../e2e/steps/flow.js";
import { complaints, ready } from "../e2e/steps/host.js";
import {
  FIELDS,
  SETTINGS_PAGE,
  at,
  rest,
  save,
  saveForged,
  signedIn,
  upload,
} from "./administration.js";
import { PASSWORD, php } from "./site.js";

/** @typedef {import("@playwright/test").Page} Page */

const { SUPPORT_FIT_PLUGIN, SUPPORT_FIT_OLDER_PLUGIN } = process.env;

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** A name that is markup, a shortcode and text that typography would change. */
const NAME = `Marlow's "IT" <script>alert(1)</script> [support-fit] & 1x2...`;

const SETTINGS = {
  providerName: NAME,
  ctaUrl: "https://www.marlow.example/contact?a=1&copy=2",
  ctaLabel: `Talk "><script> [gallery]`,
};

/** Settings that have no attribute, with the same hazards. */
const JSON_ONLY = {
  version: 1,
  providerSells: ["co-managed"],
  texts: { title: `Title </script><!-- "[support-fit]" & 'it'...` },
};

test.describe.configure({ mode: "serial" });

/** @type {Page} */
let admin;

/** The address of the post with the block. */
let address = "";

test.beforeAll(async ({ browser }) => {
  admin = await signedIn(browser, "admin");
});

/** @param {string} path */
const inSite = (path) => join(String(process.env.SUPPORT_FIT_SITE_FOLDER), path);

const plugin = () => inSite("wp-content/plugins/support-fit");

/** The option as it is stored. */
function stored() {
  const code =
    "require $argv[1] . '/wp-load.php'; echo wp_json_encode( get_option( 'support_fit' ) );";
  return JSON.parse(php("-r", code, inSite("")));
}

/** Publishes the page of Settings → Privacy. */
const PRIVACY_PAGE = `require $argv[1] . '/wp-load.php';
  $page = wp_insert_post( array( 'post_type' => 'page', 'post_title' => 'Privacy', 'post_status' => 'publish' ) );
  update_option( 'wp_page_for_privacy_policy', $page );`;

/** That of `site.js`, and the one with which WordPress is installed, which is made of blocks. */
const THEMES = ["'classic'", "WP_DEFAULT_THEME"];

/** @param {string} theme In PHP. */
function switchTo(theme) {
  php("-r", `require $argv[1] . '/wp-load.php'; switch_theme( ${theme} );`, inSite(""));
}

/**
 * The constants of a network with one site, in PHP.
 *
 * @param {string} host
 */
function networkOf(host) {
  const constants = {
    MULTISITE: "true",
    SUBDOMAIN_INSTALL: "false",
    DOMAIN_CURRENT_SITE: `'${host}'`,
    PATH_CURRENT_SITE: "'/'",
    SITE_ID_CURRENT_SITE: "1",
    BLOG_ID_CURRENT_SITE: "1",
  };
  return Object.entries(constants)
    .map(([name, value]) => `define( '${name}', ${value} );`)
    .join(" ");
}

/** @param {string} folder */
function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}

test("The plugin installs from the zip and is activated", async () => {
  await upload(admin, SUPPORT_FIT_OLDER_PLUGIN);
  await admin.getByRole("link", { name: "Activate Plugin" }).click();
  await expect(admin.getByText("Plugin activated.")).toBeVisible();
  await admin.goto(at("/wp-admin/plugins.php"));
  await expect(admin.locator("tr[data-plugin^=support-fit]")).toContainText("Version 0.0.1");
});

test("Every PHP file has a valid syntax", () => {
  const programs = files(plugin()).filter((name) => name.endsWith(".php"));
  expect(programs.length).toBeGreaterThan(8);
  for (const name of programs) php("-l", join(plugin(), name));
});

test("The settings page accepts and refuses the same examples as the assessment @threat-wordpress", () => {
  const examples = join(HERE, "../fixtures/configurations.json");
  const found = JSON.parse(php(join(HERE, "examples.php"), plugin(), examples));
  for (const [, document, problems] of found.accepted) expect(problems, document).toEqual([]);
  for (const [name, document, problems] of found.refused)
    expect(problems, `${name}: ${document.slice(0, 200)}`).not.toEqual([]);
  expect(found.accepted.length).toBeGreaterThan(100);
  expect(found.refused.length).toBeGreaterThan(300);
});

test("Settings that could do harm are refused, and what was set before is kept @threat-wordpress", async () => {
  expect(await save(admin, { ...SETTINGS, json: JSON.stringify(JSON_ONLY) })).toEqual([
    expect.stringContaining("Settings saved"),
  ]);
  const kept = stored();
  expect(kept).toMatchObject(SETTINGS);
  for (const [settings, ...problems] of /** @type {const} */ ([
    [
      {
        ctaUrl: "javascript:alert(1)",
        lang: '"><script>alert(1)</script>',
        providerSells: '"><script>alert(1)</script>',
        privacyPage: "javascript:alert(1)",
        email: "hello@marlow.example\nbcc: all@evil.example",
        accent: "red;background:url(//evil.example)",
      },
      "an address that begins with https:",
      "a language tag",
      "“You sell” was not saved",
      "“Privacy page” was not saved",
      "one email address",
      "hexadecimal digits",
    ],
    [
      {
        ctaUrl: "http://marlow.example/",
        // Not a page.
        privacyPage: "1",
        accent: "#fff}</style><script>alert(1)</script>",
      },
      "an address that begins with https:",
      "“Privacy page” was not saved",
      "hexadecimal digits",
    ],
    [{ json: '{"ctaUrl":"javascript:alert(1)"}' }, "“ctaUrl”: expected an address"],
    [{ json: '{"<img src=x onerror=alert(1)>":1}' }, "there is no setting with this name"],
    [{ json: `{"providerName":"${"a".repeat(100_000)}"}` }, "at most 100,000 characters"],
    [{ json: "[".repeat(50_000) }, "expected a JSON object"],
    [{ json: "null" }, "expected a JSON object"],
    [{ json: 'O:8:"stdClass":0:{}' }, "expected a JSON object"],
  ])) {
    const errors = await saveForged(admin, settings);
    for (const problem of problems)
      expect(errors.join("\n"), JSON.stringify(settings).slice(0, 80)).toContain(problem);
    expect(errors).toHaveLength(Object.keys(settings).length);
    expect(stored()).toEqual(kept);
  }
});

test("A refused setting is explained by names that people know", async () => {
  for (const [settings, message] of /** @type {const} */ ([
    [
      { json: '{"providrName":"Marlow"}' },
      "“providrName”: there is no setting with this name. Did you mean “providerName”?",
    ],
    [
      { json: '{"contact":{"receiver":"mailo"}}' },
      "“contact › receiver”: expected “json”, “form”, “hubspot”, “post”, “mailto” or “event”. Did you mean “mailto”?",
    ],
    [{ email: "hello" }, "(expected one email address such as hello@example.com)"],
  ])) {
    const errors = await save(admin, settings);
    expect(errors.join("\n")).toContain(message);
    expect(errors.join("\n")).toContain("Everything else was saved.");
  }
});

test("Refused JSON is still in the field, and what was stored still applies", async () => {
  const kept = stored();
  const entered = '{\n  "version": 1,\n  "texts": { "title": "</textarea>" }}\n}';
  await save(admin, { json: entered });
  const field = admin.getByLabel(FIELDS.json, { exact: true });
  await expect(field).toHaveValue(entered);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/What was set before still applies/);
  await expect(field).toHaveAccessibleDescription(/Expected a JSON object.*line 4 column 1/);
  await expect(admin.locator("[aria-invalid]")).toHaveCount(1);
  expect(stored()).toEqual(kept);
  await admin.goto(at(SETTINGS_PAGE));
  await expect(field).toHaveValue(kept.json);
  await expect(admin.locator("[aria-invalid]")).toHaveCount(0);
});

test("No one but an administrator can change the settings @threat-wordpress", async ({
  browser,
  request,
}) => {
  const author = await signedIn(browser, "author");
  await author.goto(at(SETTINGS_PAGE));
  await expect(author.locator("body")).toContainText("not allowed to access this page");
  const kept = stored();
  const form = { option_page: "support-fit", action: "update", "support_fit[json]": "{}" };
  for (const page of [author, admin]) {
    // Without the nonce of the form.
    const response = await page.request.post(at("/wp-admin/options.php"), { form });
    expect(response.status()).toBe(403);
  }
  expect(stored()).toEqual(kept);
  expect((await request.get(at("/?rest_route=/support-fit/v1/preview"))).status()).toBe(401);
  await author.close();
});

test("In a network, the administrator of a site cannot change the settings @threat-wordpress", async ({
  browser,
}) => {
  const kept = stored();
  const host = new URL(at("")).host;
  php(join(HERE, "network.php"), inSite(""), host, PASSWORD);
  const file = inSite("wp-config.php");
  const configuration = readFileSync(file, "utf8");
  writeFileSync(file, configuration.replace("<?php", `<?php ${networkOf(host)}`));
  try {
    for (const [user, status] of /** @type {const} */ ([
      ["owner", 403],
      ["admin", 200],
    ])) {
      const page = await signedIn(browser, user);
      const settings = await page.goto(at(SETTINGS_PAGE));
      expect(settings?.status(), user).toBe(status);
      // WordPress looks at the nonce only after the capability.
      const form = { option_page: "support-fit", action: "update", "support_fit[json]": "{}" };
      const response = await page.request.post(at("/wp-admin/options.php"), { form });
      const reason = user === "owner" ? "not allowed to manage options" : "has expired";
      expect(await response.text(), user).toContain(reason);
      // Other settings of the site are the owner's.
      await page.goto(at("/wp-admin/options-general.php"));
      await expect(page.getByLabel("Site Title")).toBeVisible();
      await page.close();
    }
  } finally {
    writeFileSync(file, configuration);
  }
  expect(stored()).toEqual(kept);
});

test("The editor shows the real assessment, and publishes it", async () => {
  const found = complaints(admin);
  await admin.goto(at("/wp-admin/post-new.php"));
  // The welcome guide opens at some time after the editor.
  const close = admin.getByRole("dialog").getByRole("button", { name: "Close" });
  await admin.addLocatorHandler(close, () => close.click());
  await admin.getByRole("button", { name: /block inserter/i }).click();
  await admin.getByPlaceholder("Search").fill("SupportFit");
  await admin.getByRole("option", { name: "SupportFit assessment" }).click();
  const frame = admin.locator("iframe[name=editor-canvas]");
  const canvas = (await frame.count()) > 0 ? frame.contentFrame() : admin;
  const element = canvas.locator("[data-type='support-fit/assessment'] support-fit");
  await expect(element.getByRole("heading", { level: 2 })).toContainText("Title </script>");
  await expect(element.locator("[lang=en]").first()).toContainText("handles IT");
  // As visitors see it.
  await expect(element).not.toContainText("Your answers are not saved");
  await admin.getByRole("button", { name: "Settings", exact: true }).first().click();
  const link = admin.getByRole("link", { name: "Name, links, color: settings" });
  await expect(link).toHaveAttribute("href", at(SETTINGS_PAGE));
  expect(await admin.evaluate(() => Object.keys(localStorage).join())).not.toContain("support-fit");
  expect(found.filter((text) => text.includes("support-fit"))).toEqual([]);

  await admin.getByRole("button", { name: "Publish", exact: true }).click();
  const panel = admin.getByRole("region", { name: /publish/i });
  await panel.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(panel.getByText("is now live")).toBeVisible();
  await admin.removeLocatorHandler(close);
  address = String(await panel.getByRole("link", { name: "View Post" }).getAttribute("href"));
});

test("A visitor takes the quick check in a page with the block @threat-wordpress", async ({
  page,
  request,
}) => {
  await takeQuickCheck(page, address);
  await expect(page.getByRole("heading", { name: JSON_ONLY.texts.title })).toBeVisible();
  // As entered: neither a shortcode nor typography has changed it.
  await expect(page.locator("support-fit")).toHaveAttribute("provider-name", NAME);
  const html = await (await request.get(address)).text();
  expect(html).toMatch(/>Talk &quot;&gt;&lt;script&gt; (\[|&#91;)gallery\]<\/a>/);
  expectNoInlineScript(html);
  const [loader = ""] = html.match(/<script[^>]* src="[^"]*\/widget\/support-fit-[^>]*>/) ?? [];
  expect(loader).toMatch(/ integrity="sha384-[^"]{64}" crossorigin="anonymous"/);
  expect(loader).toMatch(/ data-cfasync="false".* src=/);
  expect(html).not.toContain("alert(1)</script>");
  expect(html.match(/<support-fit /g)).toHaveLength(1);
});

test("The assessment works under a strict policy for scripts", async ({ page }) => {
  const policy =
    "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; object-src 'none'";
  await under(page, policy);
  await page.goto(address);
  await ready(page);
  await expect(heading(page, "handles IT")).toBeVisible();
});

test("A post of an author has the assessment, which leads where the administrator says @threat-wordpress", async ({
  browser,
  page,
  request,
}) => {
  const author = await signedIn(browser, "author");
  const hostile = [
    `cta-url="javascript:alert(2)"`,
    `config="#own"`,
    `storage-key="own"`,
    `data-layer="own"`,
    `theme='" onclick="alert(2)'`,
    `lang="<b>"`,
  ].join(" ");
  const content = `An opinion.

[support-fit flow="quick" ${hostile}]

<support-fit cta-url="https://evil.example/" config="#own">Ours</support-fit>
<script type="application/json" id="own">{"ctaUrl":"https://evil.example/"}</script>`;
  const data = { title: "By an author", status: "publish", content };
  const post = await rest(author, { path: "/wp/v2/posts", method: "POST", data });
  await author.close();

  for (const theme of THEMES) {
    switchTo(theme);
    const html = await (await request.get(post.link)).text();
    expectNoInlineScript(html);
    expect(html.match(/<support-fit[ >]/g), theme).toHaveLength(1);
    const [tag = ""] = html.match(/<support-fit [^>]*>/) ?? [];
    expect(tag).toContain('flow="quick"');
    expect(tag).toContain('cta-url="https://www.marlow.example/contact?a=1&#038;copy=2"');
    expect(tag).toContain("provider-name=");
    expect(tag).not.toMatch(/theme=|lang=|storage-key|data-layer|onclick|alert\(2\)|config="#own"/);
    // The style is in the head, so that nothing moves.
    expect(html.slice(0, html.indexOf("</head>")), theme).toContain("support-fit/style.css");
    await takeQuickCheck(page, post.link);
    const link = page.getByRole("link", { name: SETTINGS.ctaLabel }).first();
    await expect(link).toHaveAttribute("href", SETTINGS.ctaUrl);
    await page.evaluate(() => localStorage.clear());
  }
});

test("A shortcode may have curly quotes, and what it ignores is said only to those who can edit the post @threat-wordpress", async ({
  browser,
  request,
}) => {
  const author = await signedIn(browser, "author");
  const content = "[support-fit flow=“quick” lang=&#8221;de_DE&#8243; theme=drak]";
  const data = { title: "Curly", status: "publish", content };
  const { link } = await rest(author, { path: "/wp/v2/posts", method: "POST", data });
  for (const [who, isTold] of /** @type {const} */ ([
    [author.request, true],
    [request, false],
  ])) {
    const html = await (await who.get(link)).text();
    const [tag = ""] = html.match(/<support-fit [^>]*>/) ?? [];
    expect(tag).toContain(' flow="quick"');
    expect(tag).toContain(' lang="de-DE"');
    expect(tag).not.toContain("theme");
    expect(html.includes("SupportFit ignores theme=drak")).toBe(isTold);
  }
  await author.close();
});

test("A page without the assessment loads nothing of it", async ({ request }) => {
  for (const theme of THEMES) {
    switchTo(theme);
    const html = await (await request.get(at("/?p=1"))).text();
    expect(html).toContain("Hello world!");
    expect(html).not.toContain("support-fit");
  }
});

test("A feed has a link in place of the assessment", async ({ request }) => {
  const feed = await (await request.get(at("/?feed=rss2"))).text();
  expect(feed).toContain("Open the assessment</a>");
  expect(feed).not.toContain("<support-fit");
});

test("Without settings that need JSON, the loader draws the first question at once", async ({
  page,
}) => {
  await save(admin, { json: "" });
  // Never answered.
  await page.route("**/*.wasm", () => {});
  await page.goto(address);
  await expect(page.locator("support-fit").getByText("handles IT").first()).toBeVisible();
  await expect(page.locator("script[type='application/json']")).toHaveCount(0);
  await save(admin, { json: JSON.stringify(JSON_ONLY) });
});

test("The fields make the configuration, before the same settings in the JSON", async ({
  page,
}) => {
  php("-r", PRIVACY_PAGE, inSite(""));
  await admin.goto(at(SETTINGS_PAGE));
  const privacy = admin.getByLabel(FIELDS.privacyPage, { exact: true });
  await expect(privacy.locator("option:checked")).toContainText("Settings → Privacy (Privacy)");
  await expect(privacy).toHaveAccessibleDescription(/This site uses http/);
  const models = admin.getByRole("group", { name: "You sell" });
  await expect(models).toHaveAccessibleDescription(/Set in the JSON below/);
  await expect(admin.getByLabel(FIELDS.lang, { exact: true })).toContainText("German");
  const settings = { email: "hello@marlow.example", accent: "#0B6b57" };
  const sold = ["Fully outsourced IT", "In-house IT"];
  expect(await save(admin, settings, sold)).toEqual([expect.stringContaining("Settings saved")]);
  await expect(models).not.toHaveAccessibleDescription(/JSON/);

  const made = {
    texts: JSON_ONLY.texts,
    ...SETTINGS,
    providerSells: ["in-house", "outsourced"],
    contact: { receiver: "mailto", email: "hello@marlow.example", answers: true },
  };
  // The site of the tests has no https.
  const https = "$_SERVER['HTTPS'] = 'on';";
  const code =
    "require $argv[1] . '/wp-load.php'; echo wp_json_encode( SupportFit\\configuration() );";
  const privacyUrl = `${at("").replace("http:", "https:")}/privacy/`;
  expect(JSON.parse(php("-r", https + code, inSite("")))).toEqual({ ...made, privacyUrl });
  expect(JSON.parse(php("-r", code, inSite("")))).toEqual(made);

  await takeQuickCheck(page, address);
  await expect(page.getByRole("textbox", { name: /email/i }).first()).toBeVisible();
});

test("The color applies, also under a policy that has its hash", async ({ page, request }) => {
  const html = await (await request.get(address)).text();
  const [, style = ""] = html.match(/<style id='support-fit-inline-css'>(.*?)<\/style>/s) ?? [];
  const hash = createHash("sha256").update(style).digest("base64");
  for (const [allowed, color] of [
    [`'sha256-${hash}'`, "#0B6b57"],
    ["", ""],
  ]) {
    await under(page, `style-src 'self' ${allowed}`);
    await page.goto(address);
    const accent = (/** @type {Element} */ element) =>
      getComputedStyle(element).getPropertyValue("--support-fit-accent");
    expect(await page.locator("support-fit").evaluate(accent)).toBe(color);
    await page.unrouteAll();
  }
});

test("The copy of the settings and the examples of the help can be pasted as JSON", async () => {
  await admin.goto(at(SETTINGS_PAGE));
  const copy = await admin.locator("#support-fit-copy").inputValue();
  expect(JSON.parse(copy)).toMatchObject({ version: 1, ...SETTINGS, texts: JSON_ONLY.texts });
  const examples = await admin.locator("[id^=tab-panel-support-fit] pre").allTextContents();
  expect(examples).toHaveLength(2);
  for (const json of [...examples, copy])
    expect(await save(admin, { json })).toEqual([expect.stringContaining("Settings saved")]);
});

test("An update keeps the settings", async ({ page }) => {
  const kept = stored();
  await upload(admin, SUPPORT_FIT_PLUGIN);
  await admin.getByRole("link", { name: /Replace (current|installed) with uploaded/i }).click();
  await expect(admin.getByText("Plugin updated successfully.")).toBeVisible();
  await admin.goto(at("/wp-admin/plugins.php"));
  const row = admin.locator("tr[data-plugin^=support-fit]");
  await expect(row).not.toContainText("Version 0.0.1");
  await expect(row).toHaveClass(/\bactive\b/);
  expect(stored()).toEqual(kept);
  await takeQuickCheck(page, address);
});

test("The settings page says if the server sends a file with a wrong type or not at all", async () => {
  const settings = at(SETTINGS_PAGE);
  const sent = [admin.waitForResponse("**/*.wasm"), admin.waitForResponse("**/support-fit-*.js")];
  await admin.goto(settings);
  await Promise.all(sent);
  const errors = admin.locator(".notice[data-file]:visible");
  await expect(errors).toHaveCount(0);
  await admin.route("**/*.wasm", (route) => answer(route, "application/octet-stream"));
  await admin.route("**/support-fit-*.js", (route) => route.fulfill({ status: 403 }));
  await admin.goto(settings);
  await expect(errors).toHaveCount(2);
  await expect(errors.getByText("AddType application/wasm .wasm")).toBeVisible();
  await expect(errors.getByText("The server does not send this file.")).toHaveCount(2);
  await expect(errors.getByText("The server does not send this file.").first()).toBeVisible();
  await admin.unrouteAll();
});

test("WordPress suggests the text for the privacy policy", async () => {
  await admin.goto(at("/wp-admin/options-privacy.php?tab=policyguide"));
  await expect(admin.locator("body")).toContainText("This site has an assessment, SupportFit.");
});

test("PHP has reported no problem with the plugin", () => {
  let log = "";
  try {
    log = readFileSync(inSite("debug.log"), "utf8");
  } catch {
    // Nothing was reported.
  }
  expect(log.split("\n").filter((line) => line.includes("plugins/support-fit"))).toEqual([]);
});

test("Deleting the plugin leaves no option and no file @threat-wordpress", async () => {
  await admin.goto(at("/wp-admin/plugins.php"));
  const row = admin.locator("tr[data-plugin^=support-fit]");
  // As after a refused save whose page was not shown.
  const refused =
    "require $argv[1] . '/wp-load.php'; set_transient( 'support_fit_refused', array(), 60 );";
  php("-r", refused, inSite(""));
  await row.getByRole("link", { name: "Deactivate" }).click();
  expect(stored()).toMatchObject(SETTINGS);
  admin.on("dialog", (dialog) => dialog.accept());
  await row.getByRole("link", { name: "Delete" }).click();
  await expect(admin.getByText("was successfully deleted")).toBeVisible();
  const left = files(inSite("wp-content")).filter((name) => name.includes("support-fit"));
  expect(left).toEqual([]);
  const code =
    "require $argv[1] . '/wp-load.php';" +
    "echo $wpdb->get_var( \"SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%support%fit%'\" );";
  expect(php("-r", code, inSite(""))).toBe("0");
});

/**
 * Answers the seven questions, up to the result, with nothing in the console.
 *
 * @param {Page} page
 * @param {string} address
 */
async function takeQuickCheck(page, address) {
  const found = complaints(page);
  await page.goto(address);
  await ready(page);
  await answerAll(page, LEANS);
  await expect(heading(page, /co-managed/i).first()).toBeVisible();
  expect(found).toEqual([]);
}

/**
 * Sends the post with a content security policy.
 *
 * @param {Page} page
 * @param {string} policy
 */
async function under(page, policy) {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": policy };
    await route.fulfill({ response, headers });
  });
}

/** @param {string} html */
function expectNoInlineScript(html) {
  const scripts = [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
  const ours = scripts.filter(([all]) => /support[-_]fit/i.test(all));
  const types = ours.map(([, attributes = "", content]) => {
    if (/ src="/.test(attributes)) expect(content).toBe("");
    else expect(attributes).toMatch(/ type="application\/json"/);
    return / type="([^"]*)"/.exec(attributes)?.[1];
  });
  expect(types.sort()).toEqual(["application/json", "module"]);
  expect(html).not.toMatch(/<support-fit[^>]* (on\w+|style)=/);
}

/**
 * @param {import("@playwright/test").Route} route
 * @param {string} type
 */
async function answer(route, type) {
  const response = await route.fetch();
  await route.fulfill({ response, headers: { ...response.headers(), "content-type": type } });
}
