//! Console messages about settings that only the later module reads.

use assessment::json::Value;

use super::{
    page::{Network, SharedPage},
    screens::LEANS,
    visit::Visit,
};

#[test]
fn problems_in_settings_of_the_result_are_reported_once_when_the_later_module_is_loaded() {
    let document = Value::object([
        ("ctaUrl", Value::from("/contact")),
        ("providerName", Value::from("Marlow")),
        ("currency", Value::from("euros")),
    ]);
    let page = SharedPage::default();
    page.0.network.set(Network::Fails);
    let visit = Visit::on(page.clone(), &document);
    assert_eq!(page.0.warnings.borrow().len(), 0);
    drop(visit);

    page.0.network.set(Network::Works);
    let mut visit = Visit::on(page.clone(), &document);
    let expected = [
        "not-an-address at $.ctaUrl: found \"/contact\", expected an address that begins with https:, mailto: or tel:",
        "unknown-value at $.currency: found \"euros\", expected a currency code such as USD",
    ];
    assert_eq!(*page.0.warnings.borrow(), [expected]);
    visit.answer(&LEANS);
    let _ = visit.html();
    assert_eq!(page.0.warnings.borrow().len(), 1);
}
