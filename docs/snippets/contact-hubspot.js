// The id of your form in HubSpot.
const FORM = "0b9c6c1e-5d3f-4b7a-9c1d-2e8f6a7b4c5d";

// Copies what the visitor adds to the hidden fields into HubSpot's form.
window.addEventListener("hs-form-event:on-ready", (event) => {
  if (event.detail.formId !== FORM) return;
  const forms = window.HubSpotFormsV4 ?? window.HubspotFormsV4;
  const form = forms.getFormFromEvent(event);
  for (const field of document.querySelectorAll("[slot=contact] [data-support-fit]")) {
    const copy = () => form.setFieldValue(`0-1/${field.name}`, field.value);
    field.addEventListener("change", copy);
    if (field.value) copy();
  }
});
