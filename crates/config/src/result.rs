//! The settings that only the screens after the questions need. They are read when the later module is loaded, so that the
//! start module does not contain their checks.

use super::{
    Order, Setting,
    address::{address, origin, picture, secure_address},
    list::{Check, list},
    name::{currency, one_of},
    object::Object,
    problem::{Expected, Fault, Kind, Problem, Problems},
    read::keep,
    text::{label, long_line, sentence},
};
use assessment::{Alternative, Assessment, DimensionId, json::Value};

/// Settings that are known and unread, in the order of the document and then the attributes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rest(Vec<Unread>);

#[derive(Debug, Clone, PartialEq)]
struct Unread {
    setting: Setting,
    path: String,
    value: Value,
}

impl Rest {
    pub(super) fn push(&mut self, setting: Setting, path: String, value: &Value) {
        self.0.push(Unread { setting, path, value: value.clone() });
    }
}

/// The settings of the screens after the questions, each within its bounds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResultSettings {
    /// Who offers the assessment, 1 to 80 visible characters.
    pub provider_name: Option<String>,
    /// What the provider sells, in model order, each once. Empty if unknown.
    pub provider_sells: Vec<Alternative>,
    /// Where the call to action leads: `https:`, `mailto:` or `tel:`, at most 2,000 characters. `None` if there is none.
    pub cta_url: Option<String>,
    /// The label of the call to action, 1 to 80 visible characters. `None`: words of the catalog.
    pub cta_label: Option<String>,
    /// Calls to action for some results, by a name of [`OUTCOMES`], each once.
    pub cta: Vec<(&'static str, CallToAction)>,
    /// Words of the page in place of ours, by their names in `texts`, each once, and titles of views, by a name of
    /// [`OPTIONAL_VIEWS`]: 1 to 80 visible characters, or 300 for `promise` and `disclosure`.
    pub texts: Vec<(&'static str, String)>,
    /// The views of the result that are not shown, from [`OPTIONAL_VIEWS`] and in their order.
    pub hidden: Vec<&'static str>,
    pub logo: Option<Logo>,
    pub order: Order,
    /// Factors on the weights of dimensions in hundredths, within the bounds of the content, in model order. Those of 1 are left
    /// out.
    pub weights: Vec<(DimensionId, u8)>,
    /// Currency in the format of ISO 4217, three capital letters. Whether it exists is not checked. `None`: by language.
    pub currency: Option<String>,
    /// Whether the document says that it is meant for frames. `frame.html` reads it; the application only checks it.
    pub frame: bool,
    /// Origins of pages that may send commands to a frame, as the browser writes origins, at most 20. Empty if none may.
    pub frame_parents: Vec<String>,
    /// Names of parameters that links keep of the page's address, 1 to 80 visible characters each, at most 20. `None`: the
    /// usual ones ([`ResultSettings::link_query`]).
    pub link_query: Option<Vec<String>>,
    /// The provider's privacy notice: `https:`, at most 2,000 characters.
    pub privacy_url: Option<String>,
    /// The provider's name by law, 1 to 200 visible characters.
    pub legal_name: Option<String>,
    /// The provider's address on one line, 1 to 200 visible characters.
    pub postal_address: Option<String>,
    /// The setting `contact` as it is written ([`Contact::read`](super::Contact::read)).
    pub contact: Option<Value>,
    /// The setting `questions` likewise, which is read with it.
    pub questions: Option<Value>,
}

/// What a call to action can be for: a verdict, or a model in front.
pub const OUTCOMES: [&str; 7] = ["close", "lean", "clear", "only", "in-house", "co-managed", "outsourced"];

/// The views of the result, by their names in drafts and events.
pub const VIEWS: [&str; 9] = ["answer", "why", "what-if", "cost", "who", "plan", "ask", "save", "sources"];

/// Those that a page can leave out, or give a title of its own.
pub const OPTIONAL_VIEWS: [&str; 6] = ["why", "cost", "who", "plan", "ask", "save"];

/// Those that a list of views has to contain. The answer is always shown.
pub const UNHIDDEN_VIEWS: [&str; 2] = ["what-if", "sources"];

/// The provider's logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// `https:`, or a PNG, WebP or AVIF as `data:`, at most 20,000 characters.
    pub url: String,
    /// What it shows, 1 to 80 visible characters.
    pub alt: String,
}

/// The call to action for some results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallToAction {
    /// As [`ResultSettings::cta_url`].
    pub url: String,
    /// 1 to 80 visible characters. `None`: as without it.
    pub label: Option<String>,
}

impl ResultSettings {
    /// Reads what [`Config::read`](super::Config::read) has left. Invalid settings are reported and ignored.
    #[must_use]
    pub fn read(rest: &Rest) -> (Self, Vec<Problem>) {
        let (mut settings, mut problems) = (Self::default(), Problems::default());
        for Unread { setting, path, value } in &rest.0 {
            if let Err(fault) = settings.set(*setting, path, value, &mut problems) {
                problems.report(fault, path, value);
            }
        }
        (settings, problems.list())
    }

    /// The names of the parameters that links to a result keep of the page's address. By default those without which a link
    /// leads to another page: the language, and what WordPress names its pages by.
    #[must_use]
    pub fn link_query(&self) -> Vec<String> {
        self.link_query.clone().unwrap_or_else(|| ["lang", "p", "page_id"].map(str::to_owned).into())
    }

    /// Where the call to action of a result leads, and its own label. A result that is too close to call has no model in
    /// front. For any other, what is set for the model comes before what is set for the verdict.
    #[must_use]
    pub fn call_to_action(&self, verdict: &str, leader: Alternative) -> Option<(&str, Option<&str>)> {
        let of = |name: &str| self.cta.iter().find(|(outcome, _)| *outcome == name);
        let model = if verdict == "close" { None } else { of(leader.name()) };
        match model.or_else(|| of(verdict)) {
            Some((_, cta)) => Some((&cta.url, cta.label.as_deref())),
            None => self.cta_url.as_deref().map(|url| (url, None)),
        }
    }

    /// The page's own words, by their name in `texts` or by the view that they are the title of.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.texts.iter().find(|(known, _)| *known == name).map(|(_, text)| &**text)
    }

    fn set(&mut self, setting: Setting, path: &str, value: &Value, problems: &mut Problems) -> Result<(), Fault> {
        match setting {
            Setting::ProviderName => keep(&mut self.provider_name, value, label)?,
            Setting::CtaUrl => keep(&mut self.cta_url, value, address)?,
            Setting::CtaLabel => keep(&mut self.cta_label, value, label)?,
            Setting::Currency => keep(&mut self.currency, value, currency)?,
            Setting::PrivacyUrl => keep(&mut self.privacy_url, value, secure_address)?,
            Setting::LegalName => keep(&mut self.legal_name, value, long_line)?,
            Setting::PostalAddress => keep(&mut self.postal_address, value, long_line)?,
            Setting::Cta => self.cta = calls_to_action(path, value, problems)?,
            Setting::Texts => self.set_texts(path, value, problems)?,
            Setting::Sections => {
                let Some(shown) = list(problems, path, value, Expected::VIEWS, view)? else { return Ok(()) };
                let is_shown = |view: &&str| shown.iter().any(|name| name == view);
                if !UNHIDDEN_VIEWS.iter().all(is_shown) {
                    return Err(Fault(Kind::Missing, Expected::UNHIDDEN_VIEWS));
                }
                self.hidden = OPTIONAL_VIEWS.to_vec();
                self.hidden.retain(|view| !is_shown(view));
            }
            Setting::Logo => {
                let logo = Object::of(path, value)?;
                logo.report_unknown(problems, &["url", "alt"]);
                let url = logo.need(problems, "url", Expected::PICTURE, picture);
                let alt = logo.need(problems, "alt", Expected::LABEL, label);
                self.logo = url.zip(alt).map(|(url, alt)| Logo { url, alt });
            }
            Setting::Order => self.order = Order::ALL[one_of(value, Order::CODES, Expected::ORDER)?],
            Setting::Weights => self.weights = weights(path, value, problems)?,
            Setting::Contact => self.contact = Some(value.clone()),
            Setting::Questions => self.questions = Some(value.clone()),
            Setting::ProviderSells => {
                let sold = list(problems, path, value, Expected::ALTERNATIVES, alternative)?;
                let Some(sold) = sold else { return Ok(()) };
                if sold.is_empty() {
                    return Err(Fault(Kind::Empty, Expected::ALTERNATIVES));
                }
                let is_sold = |alternative: &Alternative| sold.iter().any(|name| name == alternative.name());
                self.provider_sells = Alternative::ALL.into_iter().filter(is_sold).collect();
            }
            Setting::Frame => match value {
                Value::Bool(is_meant) => self.frame = *is_meant,
                _ => return Err(Fault(Kind::WrongType, Expected::FLAG)),
            },
            Setting::FrameParents => {
                if let Some(origins) = list(problems, path, value, Expected::ORIGINS, origin)? {
                    self.frame_parents = origins;
                }
            }
            Setting::LinkQuery => {
                if let Some(names) = list(problems, path, value, Expected::PARAMETERS, label)? {
                    self.link_query = Some(names);
                }
            }
            // The start has read it.
            _ => {}
        }
        Ok(())
    }

    fn set_texts(&mut self, path: &str, value: &Value, problems: &mut Problems) -> Result<(), Fault> {
        let given = Object::of(path, value)?;
        given.report_unknown(problems, &["title", "promise", "contact", "sections", "disclosure"]);
        let check = |name: &str| if matches!(name, "title" | "contact") { label } else { sentence };
        self.add_texts(&given, &["title", "promise", "contact", "disclosure"], problems, check);
        let Some(value) = given.get("sections") else { return Ok(()) };
        let path = given.path("sections");
        match Object::of(&path, value) {
            Ok(titles) => {
                titles.report_unknown(problems, &OPTIONAL_VIEWS);
                self.add_texts(&titles, &OPTIONAL_VIEWS, problems, |_| label);
            }
            Err(fault) => problems.report(fault, &path, value),
        }
        Ok(())
    }

    /// Adds the valid texts of an object with these names. The others are reported individually.
    fn add_texts(
        &mut self,
        object: &Object<'_>,
        names: &[&'static str],
        problems: &mut Problems,
        check: fn(&str) -> Check,
    ) {
        for name in names {
            self.texts.extend(object.text(problems, name, check(name)).map(|text| (*name, text)));
        }
    }
}

/// The valid calls to action. The others are reported individually.
fn calls_to_action(
    path: &str,
    value: &Value,
    problems: &mut Problems,
) -> Result<Vec<(&'static str, CallToAction)>, Fault> {
    let outcomes = Object::of(path, value)?;
    outcomes.report_unknown(problems, &OUTCOMES);
    let mut calls = Vec::new();
    for outcome in OUTCOMES {
        let Some(value) = outcomes.get(outcome) else { continue };
        let path = outcomes.path(outcome);
        match Object::of(&path, value) {
            Ok(call) => {
                call.report_unknown(problems, &["url", "label"]);
                let url = call.need(problems, "url", Expected::ADDRESS, address);
                let label = call.text(problems, "label", label);
                calls.extend(url.map(|url| (outcome, CallToAction { url, label })));
            }
            Err(fault) => problems.report(fault, &path, value),
        }
    }
    Ok(calls)
}

fn view(value: &Value) -> Result<String, Fault> {
    one_of(value, &VIEWS, Expected::VIEW).map(|n| VIEWS[n].to_owned())
}

/// The valid factors that change something. The others are reported individually.
fn weights(path: &str, value: &Value, problems: &mut Problems) -> Result<Vec<(DimensionId, u8)>, Fault> {
    let (assessment, factors) = (Assessment::standard(), Object::of(path, value)?);
    let names: Vec<&str> = assessment.dimensions.iter().map(|dimension| dimension.id).collect();
    factors.report_unknown(problems, &names);
    let mut weights = Vec::new();
    for (n, name) in names.into_iter().enumerate() {
        let Some(value) = factors.get(name) else { continue };
        match factor(assessment.factor_bounds, value) {
            Ok(100) => {}
            Ok(factor) => weights.push((DimensionId::from_index(n), factor)),
            Err(fault) => problems.report(fault, &factors.path(name), value),
        }
    }
    Ok(weights)
}

/// A factor in hundredths: visitors read it with two decimals, so that is what counts.
fn factor([least, most]: [f64; 2], value: &Value) -> Result<u8, Fault> {
    let factor = value.as_number().ok_or(Fault(Kind::WrongType, Expected::FACTOR))?;
    let is_within = (least..=most).contains(&factor);
    if is_within { Ok((factor * 100.0 + 0.5) as u8) } else { Err(Fault(Kind::UnknownValue, Expected::FACTOR)) }
}

fn alternative(value: &Value) -> Result<String, Fault> {
    one_of(value, &Alternative::NAMES, Expected::ALTERNATIVE).map(|n| Alternative::NAMES[n].to_owned())
}
