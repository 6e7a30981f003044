/* Requests one file of each kind, and says what is wrong with how the server sends it. */

const SCRIPTS = ["text/javascript", "application/javascript", "application/x-javascript"];

for (const notice of document.querySelectorAll(".notice[data-file]")) {
  problem(notice.dataset).then((found) => {
    if (!found) return;
    notice.hidden = false;
    for (const part of notice.querySelectorAll(`[data-problem=${found}]`)) part.hidden = false;
  });
}

async function problem({ file, type }) {
  const response = await fetch(file, { cache: "no-store" }).catch(() => undefined);
  if (!response?.ok) return "missing";
  const sent = (response.headers.get("Content-Type") ?? "").toLowerCase();
  const isRight =
    type === "text/javascript" ? SCRIPTS.includes(sent.split(";")[0].trim()) : sent === type;
  return isRight ? undefined : "type";
}
