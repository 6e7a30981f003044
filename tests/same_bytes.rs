//! The same answers give the same bytes, natively and in WebAssembly: both run this test against one constant.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reference;

use assessment::Assessment;
use reference::{evaluation, organizations};
use report::evaluation_json;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// FNV-1a, 64 bits, of the JSON of all open organizations. New content or a new figure in the report changes it; a
/// difference between two platforms must not.
const ALL_ORGANIZATIONS: u64 = 0xdf36_aa68_68b7_a85e;

#[test]
fn all_organizations_evaluate_to_the_same_bytes_on_every_platform() {
    let text: String = organizations()
        .iter()
        .map(|organization| evaluation_json(Assessment::standard(), &evaluation(organization)))
        .map(|outcome| serde_json::to_string(&outcome).unwrap())
        .collect();
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    assert_eq!(hash, ALL_ORGANIZATIONS, "{hash:#018x} over {} bytes", text.len());
}
