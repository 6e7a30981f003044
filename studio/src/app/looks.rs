//! Colors, font and corners, with the contrast as it is typed and as visitors see it.

use leptos::{ev::Event, prelude::*};
use studio::{STYLES, Style};

use super::{
    field,
    state::{Contrast, Studio},
};

/// What WCAG 2 asks of text (1.4.3).
const ENOUGH: f64 = 4.5;

pub fn looks(studio: Studio) -> AnyView {
    let fields = STYLES.into_iter().map(|style| one(studio, style)).collect_view();
    view! {
        {fields}
        {move || contrast(&studio.contrast.get())}
    }
    .into_any()
}

fn one(studio: Studio, style: Style) -> AnyView {
    let place = format!("style.{}", style.name);
    let value = move || studio.design.with(|design| design.styles.get(style.name).cloned().unwrap_or_default());
    let typed = {
        let place = place.clone();
        move |event: Event| {
            let text = event_target_value(&event);
            studio.change(Some(&place), |design| {
                if text.is_empty() {
                    design.styles.remove(style.name);
                } else {
                    design.styles.insert(style.name, text);
                }
            });
        }
    };
    let id = field::id(&place);
    // The picker knows only this form of a color.
    let picked =
        move || Some(value()).filter(|color| is_hexadecimal(color)).unwrap_or_else(|| standard(style.name).to_owned());
    let picker = style.is_color.then(|| {
        view! {
            <input
                type="color" aria-label=format!("{}: pick a color", style.label) prop:value=picked
                on:input=typed.clone() on:change=move |_| studio.leave()
            />
        }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{style.label}</label>
            <p class="about" id=format!("{id}-about")>{style.about}" "<span class="name"><code>{style.name}</code></span></p>
            <div class="pair">
                {field::input(studio, &place, value, typed)}
                {picker}
            </div>
            {field::problems(studio, place)}
        </div>
    }
    .into_any()
}

/// The color without the setting, on a light page (`style/tokens.css`).
fn standard(name: &str) -> &'static str {
    match name {
        "--support-fit-background" => "#ffffff",
        "--support-fit-color" => "#1b1e25",
        _ => "#3f3d9b",
    }
}

fn is_hexadecimal(color: &str) -> bool {
    color
        .strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// The table of contrasts, once the preview has measured them.
fn contrast(pairs: &[Contrast]) -> Option<AnyView> {
    if pairs.is_empty() {
        return None;
    }
    let rows = pairs.iter().map(|pair| {
        let Contrast { what, entered, shown, color } = pair.clone();
        let is_poor = entered.is_some_and(|entered| entered < ENOUGH);
        let is_corrected = is_poor && shown >= ENOUGH;
        let entered = entered.map_or_else(|| "no color".to_owned(), ratio);
        view! {
            <tr>
                <th scope="row">{what}</th>
                <td class:poor=is_poor>{entered}</td>
                <td class:poor={shown < ENOUGH}>{ratio(shown)}</td>
                <td><code>{color}</code>{is_corrected.then_some(" corrected")}</td>
            </tr>
        }
    });
    Some(
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label="Contrast">
                <table>
                    <caption>
                        {"Contrast, measured in the preview. WCAG asks for 4.5 to 1 for text. Where your color has less, visitors see a corrected one."}
                    </caption>
                    <thead>
                        <tr><th scope="col">{"Colors"}</th><th scope="col">{"As typed"}</th><th scope="col">{"As shown"}</th><th scope="col">{"Shown color"}</th></tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any(),
    )
}

/// Rounded down, so that 4.46 is not 4.5.
fn ratio(ratio: f64) -> String {
    format!("{:.1} to 1", (ratio * 10.0).floor() / 10.0)
}
