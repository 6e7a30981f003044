//! Laws of configurations: any input yields a usable configuration.

use assessment::{Alternative, json::Value};
use config::{Contact, DraftStorage, MOST_PROBLEMS, Receiver, ResultSettings, Setting, Settings};
use proptest::{prelude::*, sample::select};

use super::generated::{any_attributes, anything, name, nearly, right, right_attributes, right_document, runs, text};

proptest! {
    #![proptest_config(runs(512))]

    // @threat-settings
    #[test]
    fn any_input_yields_settings_within_their_bounds(
        document in anything(),
        attributes in any_attributes(),
    ) {
        assert_bounds(&Settings::read(Some(&document), &attributes).0);
    }

    #[test]
    fn reading_twice_yields_the_same_configuration(document in anything(), attributes in any_attributes()) {
        prop_assert_eq!(Settings::read(Some(&document), &attributes), Settings::read(Some(&document), &attributes));
    }

    #[test]
    fn a_valid_document_has_no_problems(document in right_document(), attributes in right_attributes()) {
        let (_, problems) = Settings::read(Some(&document), &attributes);
        prop_assert!(problems.is_empty(), "{:?}", problems);
    }

    #[test]
    fn each_kind_of_problem_is_reported_once_per_place(document in anything(), attributes in any_attributes()) {
        let (_, problems) = Settings::read(Some(&document), &attributes);
        for (n, problem) in problems.iter().enumerate() {
            let again = problems[n + 1..].iter().find(|p| (p.expected.0, &p.path) == (problem.expected.0, &problem.path));
            prop_assert_eq!(again, None);
        }
    }

    #[test]
    fn problems_are_few_short_and_printable(document in anything(), attributes in any_attributes()) {
        let (_, problems) = Settings::read(Some(&document), &attributes);
        prop_assert!(problems.len() <= MOST_PROBLEMS + 1);
        for problem in problems {
            prop_assert!(problem.found.chars().count() <= 60, "{}", problem);
            prop_assert!(problem.path.chars().count() <= 75, "{}", problem);
            prop_assert!(is_visible(&problem.to_string()), "{}", problem);
        }
    }

    #[test]
    fn settings_missing_from_a_document_have_their_defaults(document in anything()) {
        let (config, _) = Settings::read(Some(&document), &[]);
        for setting in Setting::all() {
            if setting.key().is_none_or(|key| document.get(key).is_none()) {
                prop_assert_eq!(only(setting, &config), Settings::default(), "{:?}", setting);
            }
        }
    }

    #[test]
    fn a_valid_attribute_wins_and_the_document_sets_the_rest(
        document in anything(),
        attributes in right_attributes(),
    ) {
        let (both, _) = Settings::read(Some(&document), &attributes);
        let (of_attributes, _) = Settings::read(None, &attributes);
        let (of_document, _) = Settings::read(Some(&document), &[]);
        for setting in Setting::all() {
            let is_attribute = attributes.iter().any(|(name, _)| setting.attribute() == Some(name));
            let winner = if is_attribute { &of_attributes } else { &of_document };
            prop_assert_eq!(only(setting, &both), only(setting, winner), "{:?}", setting);
        }
    }

    #[test]
    fn invalid_attributes_leave_the_document_settings_unchanged_but_for_storage(
        document in right_document(),
        attributes in any_attributes(),
    ) {
        let (both, problems) = Settings::read(Some(&document), &attributes);
        let (of_document, _) = Settings::read(Some(&document), &[]);
        for setting in Setting::all() {
            let path = setting.attribute().map(|name| format!("attribute {name}"));
            if problems.iter().any(|problem| Some(&problem.path) == path.as_ref()) {
                if setting == Setting::DraftStorage {
                    prop_assert_eq!(both.start.storage, DraftStorage::None);
                    continue;
                }
                prop_assert_eq!(only(setting, &both), only(setting, &of_document), "{:?}", setting);
            }
        }
    }

    #[test]
    fn an_extra_entry_changes_only_its_own_setting(
        document in right_document(),
        name in name().prop_filter("another version takes all with it", |name| name != "version"),
        value in anything(),
    ) {
        let (before, _) = Settings::read(Some(&document), &[]);
        let mut entries = document.entries().unwrap().to_vec();
        entries.retain(|(key, _)| *key != name);
        entries.push((name.clone(), value));
        let (after, _) = Settings::read(Some(&Value::Object(entries)), &[]);
        for setting in Setting::all().filter(|setting| setting.key() != Some(name.as_str())) {
            prop_assert_eq!(only(setting, &after), only(setting, &before), "{:?}", setting);
        }
    }

    #[test]
    fn the_order_of_a_document_does_not_matter(document in anything()) {
        if let Some(entries) = document.entries() {
            let reversed = Value::Object(entries.iter().rev().cloned().collect());
            prop_assert_eq!(Settings::read(Some(&reversed), &[]).0, Settings::read(Some(&document), &[]).0);
        }
    }
}

proptest! {
    #![proptest_config(runs(16_384))]

    #[test]
    fn any_string_yields_a_setting_within_its_bounds(
        (setting, text) in setting().prop_flat_map(|setting| (Just(setting), prop_oneof![nearly(setting), text()])),
        in_list in any::<bool>(),
    ) {
        let value = Value::Text(text.clone());
        let value = if in_list { Value::List(vec![value]) } else { value };
        let document = Value::Object(setting.key().map(|key| (key.to_owned(), value)).into_iter().collect());
        assert_bounds(&Settings::read(Some(&document), &[]).0);
        let attributes: Vec<_> = setting.attribute().map(|name| (name.to_owned(), text)).into_iter().collect();
        assert_bounds(&Settings::read(None, &attributes).0);
    }

    #[test]
    fn a_configuration_survives_a_round_trip(
        setting in select(vec![Setting::ProviderName, Setting::CtaUrl, Setting::Currency, Setting::Lang]),
        text in text(),
    ) {
        let key = setting.key().unwrap();
        let read = |text: &str| {
            let (config, _) = Settings::read(Some(&Value::object([(key, text.into())])), &[]);
            [config.result.provider_name, config.result.cta_url, config.result.currency, config.start.lang].into_iter().flatten().next()
        };
        if let Some(once) = read(&text) {
            prop_assert_eq!(read(&once), Some(once));
        }
    }

    /// Checks the generator: valid values do set something.
    #[test]
    fn each_setting_can_be_set(
        (setting, value) in setting().prop_flat_map(|setting| (Just(setting), right(setting))),
    ) {
        if let Some(key) = setting.key() {
            let (config, problems) = Settings::read(Some(&Value::object([(key, value)])), &[]);
            prop_assert_eq!(problems, []);
            prop_assert_eq!(only(setting, &config), config);
        }
    }
}

#[test]
fn a_deeply_nested_document_is_read_without_recursion() {
    let deep = (0..2_000).fold(Value::Null, |inner, _| Value::List(vec![inner]));
    let document = Value::object([("providerSells", deep.clone()), ("x", deep)]);
    assert_eq!(Settings::read(Some(&document), &[]).1.len(), 2);
}

fn setting() -> impl Strategy<Value = Setting> {
    select(Setting::all().collect::<Vec<_>>())
}

/// The default, with one setting of other settings.
fn only(setting: Setting, settings: &Settings) -> Settings {
    let mut only = Settings::default();
    let Settings { start, result, contact } = settings.clone();
    match setting {
        Setting::Lang => only.start.lang = start.lang,
        Setting::ProviderName => only.result.provider_name = result.provider_name,
        Setting::ProviderSells => only.result.provider_sells = result.provider_sells,
        Setting::CtaUrl => only.result.cta_url = result.cta_url,
        Setting::CtaLabel => only.result.cta_label = result.cta_label,
        Setting::Flow => only.start.flow = start.flow,
        Setting::Theme => only.start.theme = start.theme,
        Setting::DraftStorage => only.start.storage = start.storage,
        Setting::StorageKey => only.start.storage_key = start.storage_key,
        Setting::Currency => only.result.currency = result.currency,
        Setting::Events => only.start.events = start.events,
        Setting::DataLayer => only.start.data_layer = start.data_layer,
        Setting::Frame => only.result.frame = result.frame,
        Setting::FrameParents => only.result.frame_parents = result.frame_parents,
        Setting::LinkQuery => only.result.link_query = result.link_query,
        Setting::Cta => only.result.cta = result.cta,
        Setting::Texts => {
            (only.start.title, only.start.promise) = (start.title, start.promise);
            only.result.texts = result.texts;
        }
        Setting::Sections => only.result.hidden = result.hidden,
        Setting::Logo => only.result.logo = result.logo,
        Setting::Order => only.result.order = result.order,
        Setting::Weights => only.result.weights = result.weights,
        Setting::PrivacyUrl => only.result.privacy_url = result.privacy_url,
        Setting::LegalName => only.result.legal_name = result.legal_name,
        Setting::PostalAddress => only.result.postal_address = result.postal_address,
        Setting::Contact => {
            only.result.contact = result.contact;
            // Whether it offers news, and what its questions are, depends on other settings.
            only.contact = contact.map(|mut contact| {
                contact.fields.truncate(contact.fields.len() - contact.questions);
                Contact { with_news: false, questions: 0, ..contact }
            });
        }
        Setting::Questions => only.result.questions = result.questions,
        Setting::Loading => only.start.loading = start.loading,
        Setting::Config => {}
    }
    only
}

/// The guarantees of `Settings`, checked independently of its own code.
fn assert_bounds(config: &Settings) {
    let texts = [
        (&config.result.provider_name, 80),
        (&config.result.cta_label, 80),
        (&config.start.storage_key, 100),
        (&config.result.legal_name, 200),
        (&config.result.postal_address, 200),
        (&config.result.privacy_url, 2_000),
    ];
    for (text, most) in texts {
        if let Some(text) = text {
            assert!((1..=most).contains(&text.chars().count()), "{text:?}");
            assert!(is_visible(text) && text.trim() == text, "{text:?}");
        }
    }
    if let Some(url) = &config.result.privacy_url {
        assert!(url.to_lowercase().starts_with("https://"), "{url:?}");
    }
    for (name, text) in &config.result.texts {
        let most = if ["promise", "disclosure"].contains(name) { 300 } else { 80 };
        assert!(!["answer", "what-if", "sources"].contains(name), "{name}");
        assert!((1..=most).contains(&text.chars().count()) && is_visible(text), "{text:?}");
    }
    assert!(!config.result.hidden.iter().any(|view| ["answer", "what-if", "sources"].contains(view)));
    if let Some(logo) = &config.result.logo {
        assert!(logo.url.len() <= 20_000 && is_visible(&logo.url) && !logo.url.contains(char::is_whitespace));
        let lower = logo.url.to_lowercase();
        let known = ["https://", "http://localhost", "http://127.0.0.1", "http://[::1]", "data:image/"];
        assert!(known.iter().any(|start| lower.starts_with(start)), "{:?}", logo.url);
        assert!(!lower.starts_with("data:image/svg") && !lower.ends_with(".svg"), "{:?}", logo.url);
        assert!((1..=80).contains(&logo.alt.chars().count()) && is_visible(&logo.alt), "{:?}", logo.alt);
    }
    if let Some(contact) = &config.contact {
        assert_contact(contact, &config.result);
    }
    let own_urls = config.result.cta.iter().map(|(_, call)| &call.url);
    for url in config.result.cta_url.iter().chain(&config.result.privacy_url).chain(own_urls) {
        let lower = url.to_lowercase();
        let known = ["https://", "mailto:", "tel:"].iter().find_map(|start| lower.strip_prefix(start));
        let rest = known.unwrap_or_else(|| panic!("{url:?}"));
        assert!(!rest.is_empty() && url.chars().count() <= 2_000, "{url:?}");
        assert!(!url.contains(char::is_whitespace) && !url.contains('\\') && is_visible(url), "{url:?}");
        if lower.starts_with("https") {
            let host = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
            assert!(!host.is_empty() && !host.contains('@') && !host.starts_with(':'), "{url:?}");
        }
    }
    for origin in &config.result.frame_parents {
        let parts = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
        let authority = parts.unwrap_or_else(|| panic!("{origin:?}"));
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.:[]".contains(c);
        assert!(!authority.is_empty() && authority.chars().all(allowed), "{origin:?}");
        let is_local = ["localhost", "127.0.0.1", "[::1]"]
            .iter()
            .any(|host| authority.strip_prefix(host).is_some_and(|port| port.is_empty() || port.starts_with(':')));
        assert!(is_local || origin.starts_with("https://"), "{origin:?}");
        assert!(!(origin.starts_with("https://") && origin.ends_with(":443")), "{origin:?}");
    }
    assert!(config.result.frame_parents.len() <= 20 && is_without_repetition(&config.result.frame_parents));
    let names = config.result.link_query();
    assert!(names.len() <= 20 && is_without_repetition(&names));
    for name in &names {
        assert!((1..=80).contains(&name.chars().count()) && is_visible(name), "{name:?}");
    }
    assert!(is_without_repetition(&config.result.provider_sells));
    assert!(config.result.provider_sells.is_sorted_by_key(|alternative: &Alternative| alternative.index()));
    if let Some(code) = &config.result.currency {
        assert!(code.len() == 3 && code.chars().all(|c| c.is_ascii_uppercase()), "{code:?}");
    }
    if let Some(name) = &config.start.data_layer {
        assert!((1..=40).contains(&name.len()), "{name:?}");
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$'), "{name:?}");
        assert!(!name.starts_with(|c: char| c.is_ascii_digit()), "{name:?}");
    }
    if let Some(tag) = &config.start.lang {
        assert!((2..=64).contains(&tag.len()), "{tag:?}");
        assert!(tag.split('-').all(|part| (1..=8).contains(&part.len())), "{tag:?}");
        assert!(tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{tag:?}");
    }
}

/// The guarantees of `Contact`.
fn assert_contact(contact: &Contact, settings: &ResultSettings) {
    let is_name = |name: &str| {
        (1..=64).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric() || "_.:[]-".contains(c))
    };
    match &contact.receiver {
        Receiver::Json { url, .. } | Receiver::Form { url } | Receiver::Post { url } => {
            let lower = url.to_lowercase();
            let local = ["http://localhost", "http://127.0.0.1", "http://[::1]"];
            assert!(lower.starts_with("https://") || local.iter().any(|start| lower.starts_with(start)), "{url:?}");
            let authority = lower.split("://").nth(1).unwrap().split(['/', '?', '#']).next().unwrap();
            assert!(!authority.is_empty() && !authority.contains(['@', '%', '\\']), "{url:?}");
            assert!(authority.is_ascii() && is_visible(url) && !url.contains(char::is_whitespace), "{url:?}");
        }
        Receiver::HubSpot(form) => {
            let numbers = [Some(&form.portal_id), form.subscription.as_ref()];
            assert!(numbers.into_iter().flatten().all(|number| number.bytes().all(|b| b.is_ascii_digit())));
            assert_eq!(form.form_id.len(), 36);
        }
        Receiver::Mailto => assert!(contact.email.is_some()),
        Receiver::Event => {}
    }
    if let Some(email) = &contact.email {
        assert!(email.len() <= 254 && email.matches('@').count() == 1, "{email:?}");
        assert!(email.chars().all(|c| c.is_ascii_alphanumeric() || "_.+-@".contains(c)), "{email:?}");
    }
    let fields: Vec<&str> = contact.fields.iter().map(|field| field.kind.name()).collect();
    assert!(fields.iter().any(|name| ["email", "phone"].contains(name)) && is_without_repetition(&fields));
    assert!(contact.extra.len() <= 20);
    for (name, text) in &contact.extra {
        assert!(is_name(name) && text.chars().count() <= 200 && is_visible(text), "{name:?} {text:?}");
    }
    let renamed: Vec<&str> = contact.names.iter().map(|(_, theirs)| theirs.as_str()).collect();
    assert!(renamed.iter().all(|name| is_name(name)));
    let has_sender = [&settings.legal_name, &settings.postal_address, &settings.privacy_url, &contact.email]
        .iter()
        .all(|s| s.is_some());
    assert!(!contact.with_news || has_sender);
}

/// No control characters, no bidirectional marks or overrides, nothing of zero width except the joiners.
fn is_visible(text: &str) -> bool {
    const HIDDEN: [u32; 6] = [0x61c, 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff];
    text.chars().all(|c| {
        let code = u32::from(c);
        !c.is_control()
            && !HIDDEN.contains(&code)
            && !(0x2028..=0x202e).contains(&code)
            && !(0x2066..=0x2069).contains(&code)
    })
}

fn is_without_repetition<T: PartialEq>(entries: &[T]) -> bool {
    entries.iter().enumerate().all(|(n, entry)| !entries[n + 1..].contains(entry))
}
