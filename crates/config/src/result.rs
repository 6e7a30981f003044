//! The settings that only the screens after the questions need. They are read when the later module is loaded, so that the
//! start module does not contain their checks.

use super::{
    Setting,
    address::{address, origin},
    list::list,
    name::{currency, one_of},
    problem::{Expected, Fault, Kind, Problem, Problems},
    read::keep,
    text::label,
};
use assessment::{Alternative, json::Value};

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
    /// Currency in the format of ISO 4217, three capital letters. Whether it exists is not checked. `None`: by language.
    pub currency: Option<String>,
    /// Whether the document says that it is meant for frames. `frame.html` reads it; the application only checks it.
    pub frame: bool,
    /// Origins of pages that may send commands to a frame, as the browser writes origins, at most 20. Empty if none may.
    pub frame_parents: Vec<String>,
    /// Names of parameters that links keep of the page's address, 1 to 80 visible characters each, at most 20. `None`: the
    /// usual ones ([`ResultSettings::link_query`]).
    pub link_query: Option<Vec<String>>,
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

    fn set(&mut self, setting: Setting, path: &str, value: &Value, problems: &mut Problems) -> Result<(), Fault> {
        match setting {
            Setting::ProviderName => keep(&mut self.provider_name, value, label)?,
            Setting::CtaUrl => keep(&mut self.cta_url, value, address)?,
            Setting::CtaLabel => keep(&mut self.cta_label, value, label)?,
            Setting::Currency => keep(&mut self.currency, value, currency)?,
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
}

fn alternative(value: &Value) -> Result<String, Fault> {
    one_of(value, &Alternative::NAMES, Expected::ALTERNATIVE).map(|n| Alternative::NAMES[n].to_owned())
}
