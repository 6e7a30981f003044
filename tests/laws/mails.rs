//! Laws of the short mail: for any answers, it stays within its limits, and its address needs no further escaping.

use assessment::{
    Alternative, Assessment,
    i18n::{Catalog, English},
};
use decision::explanation::Flips;
use proptest::prelude::*;
use report::{LONGEST_ADDRESS, LONGEST_BODY, Mail, MailNotes, Voice};

use super::answers::{config, evaluation, priorities, responses};

proptest! {
    #![proptest_config(config(64))]

    // Settings have no control characters.
    #[test]
    fn a_mail_stays_within_its_limits_and_always_has_the_link(
        responses in responses(), priorities in priorities(), provider in "[^\\x00-\\x1f]{1,80}", link in "https://[a-z./?#=&]{0,300}"
    ) {
        let assessment = Assessment::standard();
        let evaluation = evaluation(&responses, &priorities);
        let flips = Flips::of(assessment, &evaluation);
        let notes = MailNotes { link: &link, provider: Some(&provider), sells: &Alternative::ALL, is_changed: true };
        let mail = Mail::of(Voice { assessment, words: &Catalog::english(), locale: &English }, &evaluation, Some(&flips), notes);
        let body = mail.body();
        prop_assert!(body.chars().count() - link.chars().count() <= LONGEST_BODY);
        prop_assert!(body.contains(&link) && body.contains(&provider));
        prop_assert!(!mail.subject.contains('\n'));
        if let Some(address) = mail.address() {
            prop_assert!(address.len() <= LONGEST_ADDRESS);
            prop_assert!(address.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~,:;%?=&".contains(&b)));
            prop_assert_eq!(address.bytes().filter(|b| b"?=&".contains(b)).count(), 4);
        }
    }
}
