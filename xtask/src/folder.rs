//! What is in a folder, with its names as text and in order, so that nothing hangs on how a disk keeps them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The files and folders in `folder`: the name and the path of each.
pub fn entries(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let named = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.with_context(|| format!("{} has a name that is no text", path.display()))?.to_owned();
        Ok((name, path))
    };
    let mut entries = entries.map(named).collect::<Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

/// The files in `folder` and in the folders inside, each with its path from there, parted by `/`.
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

/// Copies a file, or a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        fs::copy(from, to).with_context(|| format!("{} cannot be copied", from.display()))?;
        return Ok(());
    }
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for (name, path) in entries(from)? {
        copy(&path, &to.join(name))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_holds_the_same_files_by_the_same_names() {
        let folder = std::env::temp_dir().join(format!("support-fit-folder-{}", std::process::id()));
        let [from, to] = ["from", "to"].map(|name| folder.join(name));
        fs::create_dir_all(from.join("assets")).unwrap();
        for name in ["b.js", "assets/a.wasm", "a.js"] {
            fs::write(from.join(name), name).unwrap();
        }
        copy(&from, &to).unwrap();
        let copied: Vec<_> =
            files(&to).unwrap().into_iter().map(|(name, path)| (name, fs::read_to_string(path).unwrap())).collect();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(copied, ["a.js", "assets/a.wasm", "b.js"].map(|name| (name.to_owned(), name.to_owned())));
    }
}
