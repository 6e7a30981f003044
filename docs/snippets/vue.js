import { createApp, h } from "vue";

const onSupportFitResult = (event) => console.log("support_fit_result", event.detail);

const Page = () =>
  h("support-fit", { "provider-name": "Marlow & Finch IT", onSupportFitResult }, [
    h("p", "The assessment needs JavaScript."),
  ]);

createApp(Page).mount("#app");
