/** The contrast of the owner's colors, as they were entered and as the element shows them: ratios of WCAG 2. */

/**
 * Colors are in the notation `#rrggbb`. Those entered are null, and so is their ratio, if what was typed is not a color.
 *
 * @typedef {object} Measured
 * @property {"accent" | "text" | "button"} what Accent and text are on the background, the text of buttons is on the accent.
 * @property {"light" | "dark"} theme
 * @property {[front: string | null, back: string | null]} entered
 * @property {[front: string, back: string]} shown
 * @property {number | null} asEntered
 * @property {number} asShown
 */

/** The custom properties that owners set, and what is used without them, as in `style/tokens.css`. */
const OWN = /** @type {const} */ ({
  "--accent": ["--support-fit-accent", "light-dark(#3f3d9b, #b9b8ff)"],
  "--paper": ["--support-fit-background", "light-dark(#ffffff, #16181d)"],
  "--ink": ["--support-fit-color", "light-dark(#1b1e25, #eceef2)"],
});

/** Front and back. */
const PAIRS = /** @type {const} */ ({
  accent: ["--accent", "--paper"],
  text: ["--ink", "--paper"],
  button: ["--on-accent", "--accent"],
});

/** @typedef {[red: number, green: number, blue: number]} Rgb */

/**
 * The ratio of WCAG 2, with two decimals, rounded down so that it never seems to reach what it does not.
 *
 * @param {Rgb} a
 * @param {Rgb} b
 */
export function ratio(a, b) {
  const [darker = 0, lighter = 0] = [a, b].map(luminance).sort((one, other) => one - other);
  return Math.floor(((lighter + 0.05) / (darker + 0.05)) * 100 + 1e-9) / 100;
}

/**
 * The relative luminance.
 *
 * @param {Rgb} color
 */
function luminance(color) {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {Rgb} color */
const hex = (color) => `#${color.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

/**
 * Measures in both themes, whichever is shown, in a shadow root with the style sheets of the element.
 *
 * @param {HTMLElement} element
 * @param {Record<string, string>} styles
 * @returns {Measured[]}
 */
export function contrast(element, styles) {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [...(element.shadowRoot?.adoptedStyleSheets ?? [])];
  const probe = document.createElement("span");
  root.append(probe);
  for (const [name, value] of Object.entries(styles)) host.style.setProperty(name, value);
  host.hidden = true;
  document.body.append(host);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const paint = canvas.getContext("2d", { willReadFrequently: true });

  /**
   * The color that the browser shows for any notation, on top of another.
   *
   * @param {string} color
   * @param {Rgb} [on]
   * @returns {Rgb}
   */
  const painted = (color, on = [255, 255, 255]) => {
    probe.style.color = "";
    probe.style.color = color;
    const computed = getComputedStyle(probe).color;
    if (!paint) return [0, 0, 0];
    for (const fill of [hex(on), computed]) {
      paint.fillStyle = fill;
      paint.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = paint.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };

  /**
   * What was typed; null if it is not a color.
   *
   * @param {keyof typeof OWN | "--on-accent"} token
   */
  const typed = (token) => {
    if (token === "--on-accent") return "var(--on-accent)";
    const [name, otherwise] = OWN[token];
    const value = styles[name]?.trim() || otherwise;
    return CSS.supports("color", value) ? value : null;
  };

  const measured = /** @type {const} */ (["light", "dark"]).flatMap((theme) => {
    probe.style.colorScheme = theme;
    return /** @type {(keyof typeof PAIRS)[]} */ (Object.keys(PAIRS)).map((what) => {
      const [front, back] = PAIRS[what];
      const [frontTyped, backTyped] = [typed(front), typed(back)];
      const backEntered = backTyped === null ? null : painted(backTyped);
      const frontEntered =
        frontTyped === null ? null : painted(frontTyped, backEntered ?? undefined);
      const backShown = painted(`var(${back})`);
      const frontShown = painted(`var(${front})`, backShown);
      return /** @type {Measured} */ ({
        what,
        theme,
        entered: [frontEntered && hex(frontEntered), backEntered && hex(backEntered)],
        shown: [hex(frontShown), hex(backShown)],
        asEntered: frontEntered && backEntered && ratio(frontEntered, backEntered),
        asShown: ratio(frontShown, backShown),
      });
    });
  });
  host.remove();
  return measured;
}
