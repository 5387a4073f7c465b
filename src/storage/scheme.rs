//! Tells the desktop that links beginning with `laddertown:` are ours, where a program without an installer can.

use crate::view::Words;

/// Announces this program, for this user only, and says what was done.
///
/// # Errors
/// In words, if it cannot be done.
#[cfg(target_os = "linux")]
pub fn register(words: &Words) -> Result<String, String> {
    use super::store_fs::replace;
    use etcetera::BaseStrategy;

    let failed = |reason: String| words.with("scheme-not-registered", &[("reason", reason.into())]);
    let program = std::env::current_exe().map_err(|error| failed(error.to_string()))?;
    let folders = etcetera::choose_base_strategy().map_err(|error| failed(error.to_string()))?;
    let path = folders.data_dir().join("applications").join(FILE);
    replace(&path, &entry(&program.to_string_lossy())).map_err(|error| failed(error.to_string()))?;
    let place = path.display().to_string();
    Ok(match settle() {
        Ok(()) => words.with("scheme-registered", &[("place", place.into())]),
        Err(reason) => words.with("scheme-half-registered", &[("place", place.into()), ("reason", reason.into())]),
    })
}

/// Says that it is not offered.
///
/// # Errors
/// Always.
#[cfg(not(target_os = "linux"))]
pub fn register(words: &Words) -> Result<String, String> {
    Err(words.get("scheme-not-offered"))
}

#[cfg(target_os = "linux")]
const FILE: &str = "laddertown.desktop";

/// Makes the entry the one that is asked, whatever else there is.
#[cfg(target_os = "linux")]
fn settle() -> Result<(), String> {
    let asked = std::process::Command::new("xdg-mime").args(["default", FILE, "x-scheme-handler/laddertown"]).output();
    let output = asked.map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    if output.status.success() { Ok(()) } else { Err(said) }
}

/// The program as desktops of freedesktop.org know it.
#[cfg(target_os = "linux")]
fn entry(program: &str) -> String {
    // Within quotes these have a meaning of their own, and so has a backslash within a value, and `%` in a command.
    let quoted: String = program
        .chars()
        .flat_map(|c| {
            let before = match c {
                '"' | '`' | '$' => "\\\\",
                '\\' => "\\\\\\",
                '%' => "%",
                _ => "",
            };
            before.chars().chain([c])
        })
        .collect();
    format!(
        "[Desktop Entry]\nType=Application\nName=Laddertown\nComment=A city whose floors rise as you learn\n\
         Exec=\"{quoted}\" %u\nTerminal=false\nCategories=Education;Game;\nMimeType=x-scheme-handler/laddertown;\n"
    )
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_entry_hands_a_link_to_the_program_wherever_it_lies() {
        let of = |program| entry(program).lines().find_map(|line| line.strip_prefix("Exec=").map(str::to_owned));
        assert_eq!(of("/opt/town/laddertown").as_deref(), Some("\"/opt/town/laddertown\" %u"));
        assert_eq!(of("/home/me/my games/100%/$x").as_deref(), Some("\"/home/me/my games/100%%/\\\\$x\" %u"));
        assert!(entry("x").contains("\nMimeType=x-scheme-handler/laddertown;\n"));
    }
}
