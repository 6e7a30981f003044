//! A component for React 18 and 19.

use super::{CHECK, Part, element::Element, file, file_step, is_short, page::script};
use crate::Design;

/// `None` if the component is too long.
pub fn parts(design: &Design) -> Option<(Vec<Part>, Vec<String>)> {
    let jsx =
        |element: &Element| format!("export function Assessment() {{\n  return (\n    {}\n  );\n}}\n", element.jsx());
    let element = Element::fitting(design, |element| is_short(&jsx(element)))?;
    let html = script(design, "support-fit.js", "");
    let mut parts = vec![
        Part { name: "The HTML of the page".to_owned(), language: "html", text: html },
        Part { name: "Assessment.jsx".to_owned(), language: "jsx", text: jsx(&element) },
    ];
    let mut steps = Vec::new();
    if element.has_file {
        parts.push(file(design));
        steps.push(file_step(design));
    }
    steps.push("Put the script tag into the HTML of the page, such as `index.html`.".to_owned());
    steps.push("Save the component, and use it as `<Assessment />`.".to_owned());
    steps.push(CHECK.to_owned());
    Some((parts, steps))
}
