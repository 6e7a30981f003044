//! [`TrialHost`] for a real page. `studio/trial.js` has the functions of the browser.

use assessment::json::Value;
use wasm_bindgen::prelude::*;

use crate::trial::TrialHost;

#[wasm_bindgen]
extern "C" {
    /// The typedef `TrialPage` in `trial.js`.
    pub type TrialPage;

    #[wasm_bindgen(method)]
    fn fragment(this: &TrialPage) -> String;

    #[wasm_bindgen(method)]
    fn id(this: &TrialPage) -> String;

    #[wasm_bindgen(method)]
    fn time(this: &TrialPage) -> String;

    #[wasm_bindgen(method)]
    fn address(this: &TrialPage) -> String;

    #[wasm_bindgen(method, js_name = carryOut)]
    fn carry_out(this: &TrialPage, call: &str, input: &str, then: JsValue);
}

impl TrialHost for TrialPage {
    fn fragment(&self) -> String {
        self.fragment()
    }

    fn id(&self) -> String {
        self.id()
    }

    fn time(&self) -> String {
        self.time()
    }

    fn address(&self) -> String {
        self.address()
    }

    fn carry_out(&self, call: &str, input: &Value, then: Box<dyn FnOnce(Value)>) {
        let input = serde_json::to_string(input).unwrap_or_default();
        let answered = move |answer: String| then(serde_json::from_str(&answer).unwrap_or(Value::Null));
        self.carry_out(call, &input, Closure::once_into_js(answered));
    }
}
