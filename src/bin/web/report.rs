//! Tells how large each file is, as it is and as it travels.

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
    let total = first_load(files);
    let mib = total as f64 / f64::from(1 << 20);
    lines.push(format!("A first visit transfers {} bytes ({mib:.2} MiB) with brotli.\n", grouped(total)));
    lines.join("\n")
}

/// Everything but licences: an upper bound, since a browser leaves out faces that no text on the page needs.
fn first_load(files: &[Compressed]) -> usize {
    let travels = |file: &&Compressed| file.asset.name.rsplit('.').next() != Some("txt");
    files.iter().filter(travels).map(|file| file.brotli.as_ref().unwrap_or(&file.asset.bytes).len()).sum()
}

/// Thousands apart: 24 012 345.
fn grouped(number: usize) -> String {
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
        let files = [file("a.js", 2000, Some(500)), file("b.woff2", 300, None), file("OFL.txt", 9000, None)];
        assert_eq!(first_load(&files), 800);
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!([7, 1000, 24_012_345].map(grouped), ["7", "1 000", "24 012 345"]);
    }
}
