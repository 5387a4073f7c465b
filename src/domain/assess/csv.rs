//! The ratings of one person as a table for a spreadsheet.

use super::count::criteria;
use super::rating::Rating;
use super::sheet::Sheets;
use super::{Quarter, Rater};
use crate::domain::content::Pack;
use ::csv::WriterBuilder;

/// Names of the columns before those of the quarters. They are part of the format and not of any language.
const COLUMNS: [&str; 4] = ["level", "area", "criterion", "text"];

/// A line a criterion and a column a quarter; empty where nothing was rated, `0` where nothing was observed, and behind
/// them the last comment and the links.
///
/// It begins with the mark by which spreadsheets know UTF-8, and has the line ends that they expect.
pub fn export(pack: &Pack, sheets: &Sheets, rater: &Rater) -> String {
    let quarters: Vec<Quarter> = sheets.quarters(rater).map(|(quarter, _)| quarter).collect();
    let mut table =
        WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer("\u{FEFF}".as_bytes().to_vec());
    let head = COLUMNS.into_iter().map(str::to_owned).chain(quarters.iter().map(Quarter::to_string));
    let mut rows = vec![head.chain(["comment", "links"].map(str::to_owned)).collect::<Vec<_>>()];
    for (building, floor, criterion) in criteria(pack) {
        let level = &pack.levels()[floor.level].name;
        let mut row = vec![level.clone(), building.name.clone(), criterion.id.clone(), criterion.text.clone()];
        let rating = |quarter: &Quarter| sheets.standing(rater, *quarter).rating(&criterion.id).map(Rating::number);
        row.extend(quarters.iter().map(|quarter| rating(quarter).map_or_else(String::new, |n| n.to_string())));
        let last = quarters.last().and_then(|quarter| sheets.standing(rater, *quarter).cell(&criterion.id));
        row.push(last.and_then(|cell| cell.comment.clone()).unwrap_or_default());
        row.push(last.map(|cell| cell.links.iter().cloned().collect::<Vec<_>>().join(" ")).unwrap_or_default());
        rows.push(row);
    }
    for row in rows {
        // Nothing that is written into memory fails.
        let _ = table.write_record(row.iter().map(|cell| neutral(cell)));
    }
    table.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula: one that begins like a formula gets a quotation mark before it.
fn neutral(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_none() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(neutral(cell), format!("'{cell}"));
        }
        assert_eq!(neutral("4"), "4");
        assert_eq!(neutral("a = b"), "a = b");
    }
}
