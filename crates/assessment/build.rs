//! Turns the checked content into Rust tables and word files. A content with a problem stops the build with all of them.

use std::{env, error::Error, fs, path::PathBuf};

use content::{generate, read, words::Part};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let data = root.join("../content/data");
    println!("cargo::rerun-if-changed={}", data.display());
    let checked = match read(&data) {
        Ok(checked) => checked,
        Err(problems) => {
            eprintln!("{problems}");
            return Err("the content has problems; each is listed above".into());
        }
    };
    fs::write(out.join("tables.rs"), generate::tables(&checked))?;
    fs::write(out.join("keys.rs"), generate::keys(&checked))?;
    for (language, files) in generate::word_files(&checked) {
        for (part, text) in Part::ALL.into_iter().zip(files) {
            fs::write(out.join(format!("{}-{language}.txt", part.file())), text)?;
        }
    }
    Ok(())
}
