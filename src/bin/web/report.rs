//! Tells how large each file is, as it is and as it travels.

use crate::budget::Transfer;
use crate::compress::Compressed;

/// The table, and what a first visit transfers.
pub fn table(files: &[Compressed]) -> String {
    let width = files.iter().map(|file| file.asset.name.len()).max().unwrap_or(0);
    let row = |cells: [&str; 4]| format!("{:width$} {:>11} {:>11} {:>11}", cells[0], cells[1], cells[2], cells[3]);
    let size = |bytes: &Option<Vec<u8>>| bytes.as_ref().map_or_else(String::new, |bytes| grouped(bytes.len()));
    let mut lines = vec![row(["file", "raw", "gzip", "brotli"])];
    for file in files {
        lines.push(row([&file.asset.name, &grouped(file.asset.bytes.len()), &size(&file.gzip), &size(&file.brotli)]));
    }
    let Transfer { total, wasm } = transfer(files);
    let mib = total as f64 / f64::from(1 << 20);
    let (total, wasm) = (grouped(total), grouped(wasm));
    lines.push(format!("A first visit transfers {total} bytes ({mib:.2} MiB) with brotli, {wasm} of them wasm.\n"));
    lines.join("\n")
}

/// Everything but licences: an upper bound, since a browser leaves out faces that no text on the page needs.
pub fn transfer(files: &[Compressed]) -> Transfer {
    let ending = |file: &Compressed| file.asset.name.rsplit('.').next().unwrap_or_default().to_owned();
    let size = |file: &Compressed| file.brotli.as_ref().unwrap_or(&file.asset.bytes).len();
    Transfer {
        total: files.iter().filter(|file| ending(file) != "txt").map(size).sum(),
        wasm: files.iter().filter(|file| ending(file) == "wasm").map(size).sum(),
    }
}

/// Thousands apart: 24 012 345.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::Asset;

    fn file(name: &str, raw: usize, brotli: Option<usize>) -> Compressed {
        let asset = Asset { name: name.into(), bytes: vec![0; raw] };
        Compressed { asset, brotli: brotli.map(|len| vec![0; len]), gzip: None }
    }

    #[test]
    fn a_first_visit_counts_what_really_travels() {
        let (js, face) = (file("a.js", 2000, Some(500)), file("b.woff2", 300, None));
        let (licence, wasm) = (file("OFL.txt", 9000, None), file("c.wasm", 9000, Some(4000)));
        assert_eq!(transfer(&[js, face, licence, wasm]), Transfer { total: 4800, wasm: 4000 });
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!([7, 1000, 24_012_345].map(grouped), ["7", "1 000", "24 012 345"]);
    }
}
