//! Another city is entered, a city comes, is called otherwise, or goes.

use super::founding;
use super::pace::Pace;
use super::picture::Sight;
use super::session::{Asked, Content, Language, Session, Wanted};
use super::sets::AppSystems;
use crate::domain::content::{Files, Finding, Pack, Report, bundle};
use crate::packs::{self, Refusal};
use crate::view::assess::{self, Assess, document::File};
use crate::view::present::{Present, Record};
use crate::view::{Effect, Intent, brought, visitor};
use bevy::prelude::*;

/// All cities that can be chosen.
#[derive(Resource, Debug, Default, Deref, DerefMut)]
pub struct Library(pub packs::Library);

/// A file was dropped, or chosen: its name and what stands in it.
#[derive(Message, Debug, Clone, PartialEq)]
pub struct Dropped {
    /// As the player knows it.
    pub name: String,
    /// The text, or why there is none.
    pub text: Result<String, String>,
}

/// Somebody is writing a pack, and this is how it stands now; or why it cannot be read.
#[derive(Message, Debug, Clone, PartialEq)]
pub struct Drafted(pub Result<Files, String>);

/// What the player brought under this id is to be kept as it is now; or, if it is gone, to be forgotten.
#[derive(Message, Debug, Clone, PartialEq, Eq)]
pub struct Shelved(pub String);

/// A text for the player to take away as a file.
#[derive(Message, Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// Of the file.
    pub name: String,
    /// What stands in it; of a picture, whose name ends in `.png`, the drawing as SVG.
    pub text: String,
}

/// So many findings are told at once.
const MOST_TOLD: usize = 3;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Library>()
        .init_resource::<Told>()
        .add_message::<Dropped>()
        .add_message::<Drafted>()
        .add_message::<Shelved>()
        .add_message::<Handed>()
        .add_systems(
            Update,
            (answer_wishes, take_in, follow_draft)
                .chain()
                .in_set(AppSystems::Reduce)
                .after(super::reduce::reduce_intents),
        );
}

/// What the last draft had to say.
#[derive(Resource, Default)]
struct Told(Option<String>);

/// Who comes and goes.
#[derive(bevy::ecs::system::SystemParam)]
pub(super) struct Gate<'w, 's> {
    commands: Commands<'w, 's>,
    content: ResMut<'w, Content>,
    pub(super) session: ResMut<'w, Session>,
    pub(super) library: ResMut<'w, Library>,
    pub(super) language: Res<'w, Language>,
    sight: Res<'w, Sight>,
    pace: ResMut<'w, Pace>,
    asked: MessageWriter<'w, Asked>,
    shelved: MessageWriter<'w, Shelved>,
    handed: MessageWriter<'w, Handed>,
    wanted: MessageWriter<'w, Wanted>,
}

impl Gate<'_, '_> {
    /// Leaves the present city, of which nothing is lost, and enters another.
    /// Tells whether it is entered.
    fn open(&mut self, id: &str) -> bool {
        match self.library.open(id) {
            Ok(pack) => {
                self.enter(pack);
                true
            }
            Err(findings) => {
                let values = [("name", packs::bare(id).to_owned().into()), ("reason", told(&findings).into())];
                self.session.0.notify(self.language.0.with("city-not-opened", &values));
                false
            }
        }
    }

    fn enter(&mut self, pack: Pack) {
        let state = &mut self.session.0;
        state.leave(&self.content.pack, Some(self.sight.goal));
        state.enter(&pack);
        visitor::furnish(state, &pack);
        state.tell_losses(&pack, &self.language.0);
        assess::remind(state, &pack, &self.language.0);
        state.say(pack.title());
        self.asked.write(Asked(Effect::Save));
        self.raise(pack);
    }

    /// The city of this pack comes in the place of the one that is there.
    pub(super) fn raise(&mut self, pack: Pack) {
        *self.content = Content::new(pack);
        self.pace.settle();
        self.commands.queue(founding::found);
    }

    fn is_open(&self, id: &str) -> bool {
        self.content.pack.id() == id
    }

    fn list(&mut self) {
        self.session.0.cities = self.library.cards();
    }

    fn tell(&mut self, name: &str, title: &str) {
        self.session.0.notify(self.language.0.with(name, &[("name", title.to_owned().into())]));
    }

    /// What was brought is entered, and of a document one reads what became of it.
    fn welcome(&mut self, id: String, is_update: bool, report: Option<Report>) {
        self.session.0.overlay = None;
        let is_document = report.is_some();
        if let Some(report) = report {
            self.library.keep_report(&id, report);
        }
        self.open(&id);
        self.list();
        if !is_document || is_update {
            let title = self.content.pack.title().to_owned();
            self.tell(if is_update { "city-updated" } else { "city-added" }, &title);
        }
        brought::show(&mut self.session.0, &id, &self.language.0);
        self.shelved.write(Shelved(id));
    }

    fn refuse(&mut self, name: &str, refusal: Refusal) {
        let (state, words) = (&mut self.session.0, &self.language.0);
        match refusal {
            Refusal::NoFamily(unknown) => brought::refuse(state, name, unknown, words),
            Refusal::Faults(faults) => {
                let faults = faults.into_iter().take(MOST_TOLD).collect::<Vec<_>>().join("\n");
                state.notify(words.with("drop-refused", &[("name", name.into()), ("faults", faults.into())]));
            }
        }
    }

    fn title(&mut self, id: &str) -> String {
        self.library.cards().into_iter().find(|card| card.id == id).map(|card| card.title).unwrap_or_default()
    }
}

fn told(findings: &[Finding]) -> String {
    findings.iter().take(MOST_TOLD).map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn answer_wishes(mut wishes: Local<Vec<Effect>>, mut params: ParamSet<(MessageReader<Asked>, Gate)>) {
    wishes.extend(params.p0().read().map(|asked| asked.0.clone()));
    if wishes.is_empty() {
        return;
    }
    let mut gate = params.p1();
    for wish in wishes.drain(..) {
        match wish {
            Effect::ListCities => gate.list(),
            Effect::OpenCity(id) if gate.library.has(&id) => _ = gate.open(&id),
            Effect::OpenCityFor(id, intent) => {
                if gate.library.has(&id) && gate.open(&id) {
                    gate.wanted.write(Wanted(*intent));
                } else if *intent == Intent::Present(Present::Arrive) {
                    gate.wanted.write(Wanted(Intent::Present(Present::Missing(id))));
                } else {
                    gate.session.0.way_back = None;
                    if !gate.library.has(&id) {
                        gate.tell("city-unknown", packs::bare(&id));
                    }
                }
            }
            Effect::RenameCity(id, name) if gate.library.rename(&id, &name) => {
                if gate.is_open(&id) {
                    gate.open(&id);
                }
                gate.list();
                gate.tell("city-renamed", &name);
                gate.shelved.write(Shelved(id));
            }
            Effect::RemoveCity(id) => {
                let title = gate.title(&id);
                if gate.library.remove(&id) {
                    if gate.is_open(&id) {
                        gate.open(packs::FIRST);
                    }
                    gate.list();
                    gate.tell("city-removed", &title);
                    gate.shelved.write(Shelved(id));
                }
            }
            Effect::ExportCity(id) => {
                if let Some(text) = gate.library.kept(&id).map(|kept| bundle::write(&kept.exported())) {
                    gate.handed.write(Handed { name: format!("{}.ron", packs::bare(&id)), text });
                }
            }
            Effect::BeginAnew => gate.begin_anew(),
            Effect::RecordView => {
                let record = Record::AddFrom(gate.sight.goal);
                gate.wanted.write(Wanted(Intent::Present(Present::Record(record))));
            }
            Effect::WriteFile(File { name, text }) => _ = gate.handed.write(Handed { name, text }),
            _ => {}
        }
    }
}

/// What was dropped becomes a city, or is added to what was done.
fn take_in(mut dropped: MessageReader<Dropped>, mut gate: Gate) {
    for Dropped { name, text } in dropped.read() {
        gate.session.0.dropping = false;
        if gate.session.0.visitor.is_some() {
            gate.session.0.notify(gate.language.0.get("visitor-no-files"));
            continue;
        }
        let fault = |reason| Refusal::Faults(vec![reason]);
        let read = text.clone().map_err(fault).and_then(|text| packs::read_dropped(name, &text));
        let (files, report) = match read {
            Ok(packs::Dropped::Save(save)) => {
                let Gate { session, content, language, .. } = &mut gate;
                session.0.absorb(&save, &content.pack);
                session.0.notify(language.0.get("drop-save"));
                gate.asked.write(Asked(Effect::Save));
                continue;
            }
            Ok(packs::Dropped::Assessment(text)) => {
                gate.wanted.write(Wanted(Intent::Assess(Assess::Import(text))));
                continue;
            }
            Ok(packs::Dropped::Pack(files)) => (files, None),
            Ok(packs::Dropped::Document(files, report)) => (files, Some(report)),
            Err(refusal) => {
                gate.refuse(name, refusal);
                continue;
            }
        };
        match gate.library.add(files) {
            Ok((id, is_update)) => gate.welcome(id, is_update, report),
            Err(findings) => gate.refuse(name, Refusal::Faults(findings.iter().map(ToString::to_string).collect())),
        }
    }
}

/// The city that is being written follows its folder; with a fault in it, its last good version stays.
fn follow_draft(mut drafted: MessageReader<Drafted>, mut told_before: ResMut<Told>, mut gate: Gate) {
    let Some(Drafted(read)) = drafted.read().last().cloned() else { return };
    let notice = match read.and_then(|files| gate.library.set_draft(files).map_err(|findings| told(&findings))) {
        Ok(id) => {
            gate.open(&id);
            if gate.session.0.show.is_some() {
                gate.wanted.write(Wanted(Intent::Present(Present::Arrive)));
            }
            None
        }
        Err(faults) => Some(gate.language.0.with("draft-broken", &[("faults", faults.into())])),
    };
    gate.session.0.notify_anew(&mut told_before.0, notice);
}
