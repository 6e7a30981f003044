//! Control against convenience: a map with the three models and the visitor's answers.

use super::{Findings, Section};
use crate::ui::{
    components::{fill_class, shape, sources_of},
    drawing::Fit,
    page::Page,
};
use assessment::{
    Alternative, PerAlternative,
    i18n::{key::tradeoff as names, key::ui::result::TABLE, key::ui::result::map as words},
};
use decision::explanation::{TradeOff, alternative_positions};

pub const SECTION: Section = Section { heading: "h4#map", title: names::TITLE, write };

/// Half the side of the map, and its margin, in units of the drawing.
const HALF: i32 = 120;
const MARGIN: i32 = 40;

/// The marker of the visitor, around the origin: a ring, so that a model under it stays visible.
const RING: &str = "M0-12a12 12 0 1 1 0 24 12 12 0 1 1 0-24Z";

/// Control and convenience, each from -1 to 1.
type Position = (f64, f64);

fn write(page: &mut Page, findings: &Findings) {
    let assessment = page.ui.assessment();
    let models = alternative_positions(assessment);
    let position = TradeOff::of(assessment, &findings.prepared.evaluation);
    let you = position.control.zip(position.convenience);
    page.t("p", names::TEXT);
    map(page, &models, you);
    if you.is_none() {
        page.t("p.muted", words::NONE);
    }
    page.details("details.fold", TABLE, |page| {
        page.within("table.plain", |page| {
            page.heads("thead", &[words::POINT, names::X, names::Y]);
            page.within("tbody", |page| {
                for alternative in Alternative::ALL {
                    row(page, page.ui.name(alternative), models[alternative.index()]);
                }
                if let Some(you) = you {
                    row(page, page.ui.t(names::YOU), you);
                }
            });
        });
        page.t("p.muted", words::HELP);
    });
    sources_of(page, assessment.tradeoff);
}

fn row(page: &mut Page, name: &str, (control, convenience): Position) {
    page.within("tr", |page| {
        page.text("th", name);
        for x in [control, convenience] {
            // Hundredths, half away from zero.
            let hundredths = (x.abs() * 100.0 + 0.5).floor() as i64 * if x < 0.0 { -1 } else { 1 };
            page.text("td", &page.ui.with_locale(|locale| locale.integer(hundredths)));
        }
    });
}

fn map(page: &mut Page, models: &PerAlternative<Position>, you: Option<Position>) {
    let ui = page.ui;
    let side = 2 * (HALF + MARGIN);
    let place = |(control, convenience): Position| {
        let unit = |x: f64| (x * f64::from(HALF)) as i32 + HALF + MARGIN;
        [unit(control), side - unit(convenience)]
    };
    let (middle, end) = (HALF + MARGIN, side - MARGIN);
    page.drawing("map", [0, side, side], Fit::Keep, |shapes| {
        shapes.line("axis", [MARGIN, middle, end, middle]);
        shapes.line("axis", [middle, MARGIN, middle, end]);
        shapes.label("axis-name end", [side - 4, MARGIN + 4], ui.t(names::Y));
        shapes.label("axis-name end", [side - 4, side - 4], ui.t(names::X));
        for alternative in Alternative::ALL {
            let [x, y] = place(models[alternative.index()]);
            shapes.path_at(fill_class(alternative), shape(alternative), [x - 8, y - 8]);
            // Next to its marker, inside the map, and clear of the axis labels.
            match alternative {
                Alternative::InHouse => shapes.label("end", [x + 8, y - 16], ui.name(alternative)),
                Alternative::CoManaged => shapes.label("end", [x + 8, y - 14], ui.name(alternative)),
                Alternative::Outsourced => shapes.label("middle", [x, y - 12], ui.name(alternative)),
            }
        }
        if let Some([x, y]) = you.map(place) {
            shapes.path_at("you", RING, [x, y]);
            // On the left below the marker, on the right next to it, where no name is.
            match x < middle {
                true => shapes.label("you middle", [x, y + 28], ui.t(words::YOU)),
                false => shapes.label("you end", [x - 18, y + 5], ui.t(words::YOU)),
            }
        }
    });
}
