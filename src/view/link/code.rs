//! A link as a code of squares, for the cameras of a whole room.

use crate::view::present::view::CodeView;
use qrcode::{Color, EcLevel, QrCode};

/// The code of a link; nothing where it is longer than a code can hold.
pub fn code(link: &str) -> Option<CodeView> {
    // A projector glares and somebody's head is in the way: a seventh of it may be unreadable.
    let code = QrCode::with_error_correction_level(link, EcLevel::M).ok()?;
    let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
    Some(CodeView { link: link.to_owned(), width: code.width(), dark })
}
