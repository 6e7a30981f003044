//! Reading and copying folders, sorted by name so that no result depends on the file system.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The name and path of each file and folder in `folder`.
pub fn entries(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let named = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.with_context(|| format!("the name of {} is not valid UTF-8", path.display()))?.to_owned();
        Ok((name, path))
    };
    let mut entries = entries.map(named).collect::<Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

/// The files in `folder` and its subfolders, each with its relative path, which is separated by `/`.
pub fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for (name, path) in entries(folder)? {
        if path.is_dir() {
            files.extend(self::files(&path)?.into_iter().map(|(inside, path)| (format!("{name}/{inside}"), path)));
        } else {
            files.push((name, path));
        }
    }
    Ok(files)
}

/// Copies a file, or a folder and its content.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        return fs::copy(from, to).map(drop).with_context(|| format!("cannot copy {}", from.display()));
    }
    fs::create_dir_all(to).with_context(|| format!("cannot create {}", to.display()))?;
    entries(from)?.into_iter().try_for_each(|(name, path)| copy(&path, &to.join(name)))
}
