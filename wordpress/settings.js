/* Requests one file of each kind, and says what is wrong with how the server sends it. Adds where refused JSON is wrong, the names
   of languages and a color picker. */

(() => {
  const SCRIPTS = ["text/javascript", "application/javascript", "application/x-javascript"];

  for (const notice of document.querySelectorAll(".notice[data-file]")) {
    problem(notice.dataset).then((found) => {
      if (!found) return;
      notice.hidden = false;
      for (const part of notice.querySelectorAll(`[data-problem=${found}]`)) part.hidden = false;
    });
  }

  const json = document.querySelector("textarea[aria-invalid]");
  if (json) {
    try {
      JSON.parse(json.value);
    } catch ({ message }) {
      // PHP says only that the syntax is wrong. Most browsers say in which line and column.
      const place = document.createElement("li");
      place.textContent = message;
      document.querySelector(`#${json.id}-problems ul`).append(place);
    }
  }

  const names = new Intl.DisplayNames(document.documentElement.lang || "en", { type: "language" });
  for (const option of document.querySelectorAll("#support-fit-lang option")) {
    try {
      option.textContent = names.of(option.value);
    } catch {
      // Not a language tag, such as the default. Its text stays.
    }
  }

  const text = document.querySelector("#support-fit-accent");
  const picker = text.parentElement.querySelector("input[type=color]");
  picker.hidden = false;
  // The color without a setting.
  const show = () => (picker.value = /^#[0-9a-f]{6}$/i.test(text.value) ? text.value : "#3f3d9b");
  show();
  text.addEventListener("input", show);
  picker.addEventListener("input", () => (text.value = picker.value));

  async function problem({ file, type }) {
    const response = await fetch(file, { cache: "no-store" }).catch(() => undefined);
    if (!response?.ok) return "missing";
    const sent = (response.headers.get("Content-Type") ?? "").toLowerCase();
    const isRight =
      type === "text/javascript" ? SCRIPTS.includes(sent.split(";")[0].trim()) : sent === type;
    return isRight ? undefined : "type";
  }
})();
