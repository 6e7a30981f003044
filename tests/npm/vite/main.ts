import "support-fit";

document.documentElement.lang = new URLSearchParams(location.search).get("lang") ?? "en";

const element = document.querySelector("support-fit");
if (element) {
  element.config = { providerName: "Marlow & Finch IT", contact: { receiver: "event" } };
  element.addEventListener("support-fit-result", ({ detail }) => {
    document.documentElement.dataset.verdict = detail.verdict;
  });
}
