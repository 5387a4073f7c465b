//! `pack import FILE.md -o DIR`: a document becomes a pack on disk, with a report of what became of every line.
#![expect(clippy::disallowed_methods, reason = "a tool of the command line reads and writes files")]

use clap::Args;
use laddertown::domain::content::import::{Family, import};
use std::path::PathBuf;
use std::process::ExitCode;

/// What `pack import` is told.
#[derive(Args)]
pub struct Import {
    /// A document in Markdown or plain text; `-` reads from the standard input
    file: PathBuf,
    /// The folder that becomes the pack; it must not be there yet, or be empty
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Reads the document as this, and does not look for itself: `flow`, `ladder` or `own`
    #[arg(long = "as", value_name = "FAMILY")]
    family: Option<Family>,
    /// Writes into a folder that is not empty, over the files of the same name
    #[arg(long)]
    overwrite: bool,
}

/// Imports; without a folder to write to it only reports.
pub fn run(wanted: &Import) -> ExitCode {
    match try_run(wanted) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("error: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn try_run(wanted: &Import) -> Result<(), Box<dyn std::error::Error>> {
    let Import { file, output, family, overwrite } = wanted;
    let shown = file.display();
    let bytes = if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut std::io::stdin(), &mut bytes)?;
        bytes
    } else {
        std::fs::read(file).map_err(|fault| format!("{shown}: {fault}"))?
    };
    if let Some(folder) = output {
        let is_taken = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
        if is_taken && !overwrite {
            return Err(format!("{} is not empty; --overwrite writes into it all the same", folder.display()).into());
        }
    }
    let imported =
        import(&decoded(&bytes), &shown.to_string(), *family).map_err(|fault| format!("{shown}: {fault}"))?;
    print!("{shown}: {}", imported.report);
    let Some(folder) = output else {
        println!("\nNothing was written: name a folder with -o");
        return Ok(());
    };
    for (path, text) in &imported.files.0 {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&path, text).map_err(|fault| format!("{}: {fault}", path.display()))?;
    }
    println!("\n{} files written to {}", imported.files.0.len(), folder.display());
    Ok(())
}

/// Text as editors save it: UTF-8, or UTF-16 with its mark. What is neither keeps its readable characters.
fn decoded(bytes: &[u8]) -> String {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
