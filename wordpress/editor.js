/* The block in the editor: a preview of the real element, and the settings that an author may change. */

(({ apiFetch, blockEditor, blocks, components, element, i18n }) => {
  const { createElement, useEffect, useRef, useState } = element;
  const { __ } = i18n;

  let request;

  /** What the administrator has set, requested once. */
  function settings() {
    request ??= apiFetch({ path: "/support-fit/v1/preview" });
    return request;
  }

  /** Loads the element in the editor's frame, or in the editor itself if it has none. */
  function load(page, { loader, integrity }) {
    if (page.querySelector("script[data-support-fit]")) return;
    const script = page.createElement("script");
    script.type = "module";
    script.src = loader;
    script.integrity = integrity;
    script.crossOrigin = "anonymous";
    script.dataset.supportFit = "";
    page.head.append(script);
  }

  function Preview({ flow, lang, theme }) {
    const place = useRef(null);
    useEffect(() => {
      let isGone = false;
      const show = (found) => {
        if (isGone) return;
        const page = place.current.ownerDocument;
        const assessment = page.createElement("support-fit");
        // Nothing is saved under it, since nothing can be answered here. The answers of the author's own visit are not shown.
        assessment.setAttribute("storage-key", "support-fit-editor");
        for (const [name, value] of Object.entries({
          flow,
          lang: lang?.replaceAll("_", "-"),
          theme,
        }))
          if (value) assessment.setAttribute(name, value);
        assessment.config = found.configuration;
        place.current.replaceChildren(assessment);
        load(page, found);
      };
      const fail = () => {
        request = undefined;
        if (!isGone) place.current.textContent = __("SupportFit assessment", "support-fit");
      };
      settings().then(show, fail);
      return () => {
        isGone = true;
      };
    }, [flow, lang, theme]);
    // Inert, so that a click selects the block.
    return createElement("div", { ref: place, inert: "" });
  }

  const same = { label: __("As in the settings of the site", "support-fit"), value: "" };

  function choice(label, words) {
    return { label, options: [same, ...words.map(([value, label]) => ({ label, value }))] };
  }

  const CHOICES = {
    flow: choice(__("Questions", "support-fit"), [
      ["auto", __("Seven questions, then an offer to answer the rest", "support-fit")],
      ["quick", __("Only the seven", "support-fit")],
      ["full", __("All questions", "support-fit")],
    ]),
    theme: choice(__("Color theme", "support-fit"), [
      ["auto", __("As the page", "support-fit")],
      ["light", __("Light", "support-fit")],
      ["dark", __("Dark", "support-fit")],
    ]),
  };

  blocks.registerBlockType("support-fit/assessment", {
    edit({ attributes, setAttributes }) {
      // Of the settings page; empty for those who may not open it.
      const [address, setAddress] = useState("");
      useEffect(() => {
        settings().then(
          (found) => setAddress(found.settings),
          () => {},
        );
      }, []);
      const set = (name) => (value) => setAttributes({ [name]: value || undefined });
      const controls = Object.entries(CHOICES).map(([name, { label, options }]) =>
        createElement(components.SelectControl, {
          key: name,
          label,
          options,
          value: attributes[name] ?? "",
          onChange: set(name),
        }),
      );
      const lang = createElement(components.TextControl, {
        key: "lang",
        label: __("Language", "support-fit"),
        help: __(
          "A tag such as en. Default: the language in the settings, else that of the page.",
          "support-fit",
        ),
        value: attributes.lang ?? "",
        onChange: set("lang"),
      });
      const panel = createElement(
        components.PanelBody,
        { title: __("Settings", "support-fit") },
        ...controls,
        lang,
        address &&
          createElement("a", { href: address }, __("Name, links, color: settings", "support-fit")),
      );
      return createElement(
        "div",
        blockEditor.useBlockProps(),
        createElement(blockEditor.InspectorControls, null, panel),
        createElement(Preview, attributes),
      );
    },
    // Rendered by the server whenever a page is shown.
    save: () => null,
  });
})(window.wp);
