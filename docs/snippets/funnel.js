// Each step of the funnel, once per page view, for the data layer.
const counted = new Set();

function count(step) {
  if (counted.has(step)) return;
  counted.add(step);
  window.dataLayer = window.dataLayer || [];
  window.dataLayer.push({ event: "it_assessment", it_step: step });
}

function on(name, stepOf) {
  document.addEventListener(`support-fit-${name}`, ({ detail }) => {
    const step = stepOf(detail);
    if (step) count(step);
  });
}

on("ready", () => "loaded");
on("start", () => "started");
// Not for a visitor who continues with saved answers: the steps count from there.
on("question-shown", ({ step }) => counted.has("started") && `question ${step}`);
on("result", ({ verdict, isFull }) => {
  if (verdict !== "insufficient") return isFull ? "full result" : "quick result";
});
on("cta", () => "call to action");
on("contact", ({ stage }) => `contact ${stage}`);
on("lead", () => "message sent");
on("lead-result", ({ outcome }) => `message ${outcome}`);
