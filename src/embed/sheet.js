/**
 * Creates a style sheet to adopt. A page's policy can forbid all others.
 *
 * @param {string} css
 */
export function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}
