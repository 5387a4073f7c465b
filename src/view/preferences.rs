//! The settings as a list of choices.

use super::intent::Intent;
use super::journey::Play;
use super::words::Words;
use crate::domain::recall::RETENTION_PERCENT;
use crate::domain::settings::{
    Channel, Motion, Quality, Settings, TEXT_PERCENT, TEXT_STEP, Theme, VOLUME_PERCENT, VOLUME_STEP,
};

/// A setting with its options.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Its name.
    pub label: String,
    /// Everything that can be chosen.
    pub options: Vec<Choosable>,
}

/// An option of a setting.
#[derive(Debug, Clone, PartialEq)]
pub struct Choosable {
    /// Its name.
    pub label: String,
    /// Whether it is the present one.
    pub chosen: bool,
    /// What a press on it wants.
    pub intent: Intent,
}

/// All settings.
pub fn choices(settings: &Settings, words: &Words) -> Vec<Choice> {
    let text = TEXT_PERCENT.step_by(TEXT_STEP.into()).map(|percent| Choosable {
        label: words.with("percent", &[("percent", percent.into())]),
        chosen: settings.text_percent == percent,
        intent: Intent::SetText(percent),
    });
    let motions = [(Motion::System, "as-system"), (Motion::Full, "motion-full"), (Motion::Reduced, "motion-reduced")];
    let motion = motions.into_iter().map(|(motion, name)| Choosable {
        label: words.get(name),
        chosen: settings.motion == motion,
        intent: Intent::SetMotion(motion),
    });
    let themes = [
        (Theme::System, "as-system"),
        (Theme::Light, "theme-light"),
        (Theme::Dark, "theme-dark"),
        (Theme::HighContrast, "theme-contrast"),
    ];
    let theme = themes.into_iter().map(|(theme, name)| Choosable {
        label: words.get(name),
        chosen: settings.theme == theme,
        intent: Intent::SetTheme(theme),
    });
    let retention = RETENTION_PERCENT.step_by(5).map(|percent| Choosable {
        label: words.with("percent", &[("percent", percent.into())]),
        chosen: settings.retention_percent == percent,
        intent: Intent::Play(Play::SetRetention(percent)),
    });
    let qualities = [
        (Quality::Auto, "quality-auto"),
        (Quality::High, "quality-high"),
        (Quality::Low, "quality-low"),
        (Quality::Lowest, "quality-lowest"),
    ];
    let quality = qualities.into_iter().map(|(quality, name)| Choosable {
        label: words.get(name),
        chosen: settings.quality == quality,
        intent: Intent::SetQuality(quality),
    });
    let ambience = [(true, "ambience-on"), (false, "ambience-off")].into_iter().map(|(on, name)| Choosable {
        label: words.get(name),
        chosen: settings.ambience == on,
        intent: Intent::SetAmbience(on),
    });
    let sound = [(true, "sound-on"), (false, "sound-off")].into_iter().map(|(on, name)| Choosable {
        label: words.get(name),
        chosen: settings.sound == on,
        intent: Intent::SetSound(on),
    });
    let mut choices = vec![
        Choice { label: words.get("setting-text"), options: text.collect() },
        Choice { label: words.get("setting-motion"), options: motion.collect() },
        Choice { label: words.get("setting-theme"), options: theme.collect() },
        Choice { label: words.get("setting-quality"), options: quality.collect() },
        Choice { label: words.get("setting-ambience"), options: ambience.collect() },
        Choice { label: words.get("setting-retention"), options: retention.collect() },
        Choice { label: words.get("setting-sound"), options: sound.collect() },
    ];
    choices.extend(Channel::ALL.map(|channel| volume(channel, settings, words)));
    choices
}

fn volume(channel: Channel, settings: &Settings, words: &Words) -> Choice {
    let name = match channel {
        Channel::Effects => "setting-effects",
        Channel::Ambience => "setting-hours",
        Channel::Interface => "setting-interface",
    };
    let options = VOLUME_PERCENT.step_by(VOLUME_STEP.into()).map(|percent| Choosable {
        label: words.with("percent", &[("percent", percent.into())]),
        chosen: settings.volumes.of(channel) == percent,
        intent: Intent::SetVolume(channel, percent),
    });
    Choice { label: words.get(name), options: options.collect() }
}
