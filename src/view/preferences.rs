//! The settings as a list of choices.

use super::intent::Intent;
use super::journey::Play;
use super::words::Words;
use crate::domain::recall::RETENTION_PERCENT;
use crate::domain::settings::{
    Channel, Motion, Quality, Settings, TEXT_PERCENT, TEXT_STEP, Theme, VOLUME_PERCENT, VOLUME_STEP,
};
use fluent_bundle::FluentValue;

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
    let motions = [(Motion::System, "as-system"), (Motion::Full, "motion-full"), (Motion::Reduced, "motion-reduced")];
    let themes = [
        (Theme::System, "as-system"),
        (Theme::Light, "theme-light"),
        (Theme::Dark, "theme-dark"),
        (Theme::HighContrast, "theme-contrast"),
    ];
    let qualities = [
        (Quality::Auto, "quality-auto"),
        (Quality::High, "quality-high"),
        (Quality::Low, "quality-low"),
        (Quality::Lowest, "quality-lowest"),
    ];
    let ambience = [(true, "ambience-on"), (false, "ambience-off")];
    let sound = [(true, "sound-on"), (false, "sound-off")];
    let text = TEXT_PERCENT.step_by(TEXT_STEP.into());
    let retention = RETENTION_PERCENT.step_by(5);
    let recall = |percent| Intent::Play(Play::SetRetention(percent));
    let mut choices = vec![
        in_percent("setting-text", text, settings.text_percent, Intent::SetText, words),
        named("setting-motion", &motions, settings.motion, Intent::SetMotion, words),
        named("setting-theme", &themes, settings.theme, Intent::SetTheme, words),
        named("setting-quality", &qualities, settings.quality, Intent::SetQuality, words),
        named("setting-ambience", &ambience, settings.ambience, Intent::SetAmbience, words),
        in_percent("setting-retention", retention, settings.retention_percent, recall, words),
        named("setting-sound", &sound, settings.sound, Intent::SetSound, words),
    ];
    choices.extend(Channel::ALL.map(|channel| {
        let name = match channel {
            Channel::Effects => "setting-effects",
            Channel::Ambience => "setting-hours",
            Channel::Interface => "setting-interface",
        };
        let steps = VOLUME_PERCENT.step_by(VOLUME_STEP.into());
        in_percent(name, steps, settings.volumes.of(channel), |percent| Intent::SetVolume(channel, percent), words)
    }));
    choices
}

/// A setting whose options have names.
fn named<T: Copy + PartialEq>(
    name: &str,
    options: &[(T, &str)],
    present: T,
    wants: impl Fn(T) -> Intent,
    words: &Words,
) -> Choice {
    let option = |(value, name): &(T, &str)| Choosable {
        label: words.get(name),
        chosen: present == *value,
        intent: wants(*value),
    };
    Choice { label: words.get(name), options: options.iter().map(option).collect() }
}

/// A setting in percent.
fn in_percent<T: Copy + PartialEq + Into<FluentValue<'static>>>(
    name: &str,
    options: impl Iterator<Item = T>,
    present: T,
    wants: impl Fn(T) -> Intent,
    words: &Words,
) -> Choice {
    let option = |percent: T| Choosable {
        label: words.with("percent", &[("percent", percent.into())]),
        chosen: present == percent,
        intent: wants(percent),
    };
    Choice { label: words.get(name), options: options.map(option).collect() }
}
