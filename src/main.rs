//! The game, on the desktop and in the browser.

fn main() -> bevy::app::AppExit {
    laddertown::run()
}
