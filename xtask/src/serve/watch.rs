//! Building again when a file changes. The digest of all inputs takes milliseconds, so it is simply taken often.

use std::{thread, time::Duration};

use anyhow::Result;

use crate::{build, build::inputs, console, project::Project};

const PAUSE: Duration = Duration::from_millis(500);

/// Builds the release folder whenever an input has changed.
pub fn build_on_change(project: &Project) -> Result<()> {
    console::detail("building again when a file changes; reload the page then");
    let mut built = inputs::fingerprint(project)?;
    loop {
        thread::sleep(PAUSE);
        // An editor may be between removing a file and writing it: the next look will tell.
        let Ok(present) = inputs::fingerprint(project) else { continue };
        if present == built {
            continue;
        }
        built = present;
        if let Err(error) = build::run(project, build::Profile::Release) {
            console::detail(&format!("error: {error:#}\nthe build before is still served"));
        }
    }
}
