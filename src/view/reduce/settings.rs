//! What a player chooses about how the game behaves.

use super::{Effect, Reducer};
use crate::domain::settings::{Settings, TEXT_PERCENT, TEXT_STEP};
use crate::view::intent::{Intent, Step};

impl Reducer<'_> {
    /// Changes what the intent names, if that is a setting.
    pub(super) fn change_setting(&mut self, intent: &Intent) {
        match intent {
            Intent::ToggleMap => self.set(|settings| settings.map ^= true),
            Intent::ToggleList => self.set(|settings| settings.list ^= true),
            Intent::SetText(percent) => {
                let percent = (*percent).clamp(*TEXT_PERCENT.start(), *TEXT_PERCENT.end());
                self.set(|settings| settings.text_percent = percent);
            }
            Intent::StepText(step) => {
                let now = self.state.settings.text_percent;
                let to = match step {
                    Step::Next => now + TEXT_STEP,
                    Step::Previous => now - TEXT_STEP,
                };
                self.change_setting(&Intent::SetText(to));
            }
            Intent::SetMotion(motion) => self.set(|settings| settings.motion = *motion),
            Intent::SetTheme(theme) => self.set(|settings| settings.theme = *theme),
            Intent::SetQuality(quality) => self.set(|settings| settings.quality = *quality),
            Intent::SetAmbience(on) => self.set(|settings| settings.ambience = *on),
            Intent::SetSound(on) => self.set_sound(*on),
            Intent::ToggleSound => self.set_sound(!self.state.settings.sound),
            Intent::SetVolume(channel, percent) => self.set(|settings| settings.volumes.set(*channel, *percent)),
            _ => {}
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.state.settings);
        self.effects.push(Effect::Save);
    }

    fn set_sound(&mut self, on: bool) {
        self.set(|settings| settings.sound = on);
        // Its key has no button that would say so.
        self.state.say(self.words.get(if on { "said-sound-on" } else { "said-sound-off" }));
    }
}
