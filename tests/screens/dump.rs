//! TEMPORARY
use super::{
    reference::{cases, name, organizations},
    visit::{Before, KEY, Visit, draft_of},
};

#[test]
#[ignore]
fn dump() {
    let out = std::env::var("DUMP").unwrap();
    let personas = cases(include_str!("../vectors/model_personas.json"));
    let partial = cases(include_str!("../vectors/partial_answers.json"));
    let all = organizations().into_iter().chain(personas).chain(partial);
    for (n, case) in all.enumerate() {
        let who = name(&case, n).replace(|c: char| !c.is_alphanumeric(), "_");
        for view in ["answer", "why", "what-if", "cost", "who", "plan", "ask", "save", "sources"] {
            let draft = draft_of(&case, ("screen", "result"))
                .replace("\"screen\":\"result\"", &format!("\"screen\":\"result\",\"view\":\"{view}\""));
            let attributes = [("provider-name", "Marlow & Finch IT"), ("cta-url", "https://example.com/talk")];
            let mut visit =
                Visit::with(Before { texts: &[(KEY, &draft)], attributes: &attributes, ..Before::default() });
            std::fs::write(format!("{out}/{n:03}-{who}-{view}.html"), visit.html()).unwrap();
        }
    }
}
