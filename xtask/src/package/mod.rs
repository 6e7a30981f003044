//! `cargo xtask package`: the release build as packages for npm and for WordPress (`build::wordpress`), in `target/packages/`.

pub mod npm;

use std::path::PathBuf;

use anyhow::Result;

use crate::{
    build::{self, Receivers},
    project::Project,
    setup,
};

pub fn command(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    build::release_if_changed(project, &Receivers::default())?;
    build::wordpress::write(project)?;
    npm::pack(project).map(drop)
}

/// Where the packages are.
fn folder(project: &Project) -> PathBuf {
    project.target().join("packages")
}
