//! What the game is started with: arguments on the desktop, the page's address in the browser.

use crate::app::{AppSystems, Wanted};
use crate::domain::content::Pack;
use crate::view::Intent;
use crate::view::intent::CameraMove;
use bevy::prelude::*;
#[cfg(not(target_arch = "wasm32"))]
use {
    crate::app::Content,
    crate::view::present::{Present, timers},
};

/// How the game is started.
#[derive(Resource, Debug, Clone, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag by itself")]
#[cfg_attr(not(target_arch = "wasm32"), derive(clap::Parser))]
#[cfg_attr(not(target_arch = "wasm32"), command(version, about = "A city whose floors rise as you learn"))]
pub struct Launch {
    /// The city to open, by the id of its pack, instead of the one that was open last
    #[cfg_attr(not(target_arch = "wasm32"), arg(long, value_name = "ID"))]
    pub city: Option<String>,
    /// The level to begin at, by its number in the bar
    #[cfg_attr(not(target_arch = "wasm32"), arg(long))]
    pub level: Option<String>,
    /// The place to begin at: a link such as laddertown:#level=l3&floor=auth/l0
    #[cfg_attr(not(target_arch = "wasm32"), arg(long, value_name = "LINK"))]
    pub link: Option<String>,
    /// The same, as the system hands over a link that was chosen elsewhere
    #[cfg(not(target_arch = "wasm32"))]
    #[arg(value_name = "LINK", conflicts_with = "link")]
    pub place: Option<String>,
    /// Begin links with this address, where the game is played in browsers
    #[cfg(not(target_arch = "wasm32"))]
    #[arg(long, value_name = "ADDRESS")]
    pub home: Option<String>,
    /// Have this system open laddertown: links with this program, and end
    #[cfg(not(target_arch = "wasm32"))]
    #[arg(long)]
    pub register_scheme: bool,
    /// Stand on a table at a fair: every guest begins anew, and nothing is kept
    #[cfg_attr(not(target_arch = "wasm32"), arg(long))]
    pub stand: bool,
    /// At a stand, ask after so many seconds whether somebody is still there
    #[cfg_attr(not(target_arch = "wasm32"), arg(long, value_name = "SECS", requires = "stand", value_parser = secs(&timers::IDLE_SECS)))]
    pub idle: Option<u32>,
    /// At a stand, wait so many seconds for an answer
    #[cfg_attr(not(target_arch = "wasm32"), arg(long, value_name = "SECS", requires = "stand", value_parser = secs(&timers::COUNTDOWN_SECS)))]
    pub countdown: Option<u32>,
    /// Show a tour through a city with made-up people in it; nothing is kept
    #[cfg_attr(not(target_arch = "wasm32"), arg(long, conflicts_with = "stand"))]
    pub demo: bool,
    /// Turn the camera all the time, for measuring
    #[cfg_attr(not(target_arch = "wasm32"), arg(long))]
    pub spin: bool,
    /// The city is in a frame of another page, which is to hear nothing of what a player keeps here
    #[cfg_attr(not(target_arch = "wasm32"), arg(skip))]
    pub embed: bool,
    /// Keep saves in this folder
    #[cfg(not(target_arch = "wasm32"))]
    #[arg(long, value_name = "FOLDER")]
    pub saves: Option<std::path::PathBuf>,
    /// Play the pack in this folder
    #[cfg(not(target_arch = "wasm32"))]
    #[arg(long, value_name = "FOLDER")]
    pub pack: Option<std::path::PathBuf>,
    /// Follow what changes in the folder of --pack
    #[cfg(not(target_arch = "wasm32"))]
    #[arg(long, requires = "pack")]
    pub watch: bool,
    /// Let nothing move by itself, for measuring
    #[cfg_attr(not(target_arch = "wasm32"), arg(long))]
    pub calm: bool,
    /// Play a generated city of so many floors, for measuring
    #[cfg_attr(not(target_arch = "wasm32"), arg(long, hide = true))]
    pub floors: Option<usize>,
    /// Draw no more frames a second than this, so that a shared screen is steady
    #[cfg_attr(not(target_arch = "wasm32"), arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..)))]
    pub max_fps: Option<u16>,
    /// Show the first tour, with the speaker's window beside it
    #[cfg(not(target_arch = "wasm32"))]
    #[arg(long)]
    pub speaker: bool,
    /// Print the mean time of a frame every two seconds
    #[cfg_attr(not(target_arch = "wasm32"), arg(long))]
    pub frame_times: bool,
}

impl Launch {
    /// From the arguments of the program; ends it with a message where they are wrong.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_surroundings() -> Self {
        clap::Parser::parse()
    }

    /// From the address of the page: `pack` names a city, `embed=1` says that it is in a frame, `stand` and `demo` are
    /// visits of which nothing is kept; all else holds only with `?test` in it. What is not known is passed over.
    #[cfg(target_arch = "wasm32")]
    pub fn from_surroundings() -> Self {
        let location = web_sys::window().map(|window| window.location());
        let query = location.as_ref().and_then(|location| location.search().ok()).unwrap_or_default();
        // Other fragments are the page's own.
        let link = location.and_then(|location| location.hash().ok()).filter(|fragment| fragment.contains('='));
        Self { link, ..Self::from_query(&query) }
    }

    /// The place to begin at, if a link names one.
    pub fn link(&self) -> Option<&str> {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(place) = &self.place {
            return Some(place);
        }
        self.link.as_deref()
    }

    /// No place to begin at.
    pub fn forget_link(&mut self) {
        self.link = None;
        #[cfg(not(target_arch = "wasm32"))]
        {
            self.place = None;
        }
    }

    /// What links begin with.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn home(&self) -> String {
        let address = self.home.as_deref().unwrap_or(crate::view::link::SCHEME);
        address.split(['#', '?']).next().unwrap_or_default().to_owned()
    }

    /// What links begin with: the page's address without what stands behind it.
    #[cfg(target_arch = "wasm32")]
    pub fn home(&self) -> String {
        let location = web_sys::window().map(|window| window.location());
        let part = |part: Option<Result<String, _>>| part.and_then(Result::ok).unwrap_or_default();
        let origin = part(location.as_ref().map(web_sys::Location::origin));
        origin + &part(location.as_ref().map(web_sys::Location::pathname))
    }

    /// From a query such as `?test&spin=1&level=5`.
    #[cfg_attr(not(target_arch = "wasm32"), cfg(test))]
    pub fn from_query(query: &str) -> Self {
        let pairs = query.trim_start_matches('?').split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "1")));
        let value = |name: &str| pairs.clone().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned());
        let on = |name: &str| value(name).is_some_and(|value| value == "1");
        let visit = Self {
            city: value("pack"),
            embed: on("embed"),
            stand: on("stand"),
            demo: on("demo") && !on("stand"),
            ..Self::default()
        };
        if value("test").is_none() {
            return visit;
        }
        let secs = |name: &str| value(name).and_then(|secs| secs.parse().ok());
        Self {
            idle: secs("idle"),
            countdown: secs("countdown"),
            level: value("level"),
            spin: on("spin"),
            calm: !on("life"),
            floors: value("floors").and_then(|floors| floors.parse().ok()),
            max_fps: value("max-fps").and_then(|fps| fps.parse().ok()).filter(|fps| *fps > 0),
            ..visit
        }
    }
}

impl Launch {
    /// Index of the level to begin at, if one is named and the pack has it.
    pub fn level_in(&self, pack: &Pack) -> Option<usize> {
        let mark = self.level.as_ref()?;
        pack.levels().iter().position(|level| crate::view::level::mark(level) == *mark)
    }
}

/// Takes so many seconds as a stand can bear.
#[cfg(not(target_arch = "wasm32"))]
fn secs(bounds: &std::ops::RangeInclusive<u32>) -> clap::builder::RangedI64ValueParser<u32> {
    clap::value_parser!(u32).range(i64::from(*bounds.start())..=i64::from(*bounds.end()))
}

pub(super) fn plugin(app: &mut App) {
    #[cfg(not(target_arch = "wasm32"))]
    app.add_systems(Startup, begin_with_speaker.run_if(|launch: Res<Launch>| launch.speaker));
    app.add_systems(Update, turn_camera.in_set(AppSystems::RecordInput).run_if(|launch: Res<Launch>| launch.spin))
        .add_systems(Update, print_frame_times.run_if(|launch: Res<Launch>| launch.frame_times));
}

/// The first tour of the city is shown, and its speaker has their window.
#[cfg(not(target_arch = "wasm32"))]
fn begin_with_speaker(content: Res<Content>, mut wanted: MessageWriter<Wanted>) {
    let start = content.pack.tours().first().map(|tour| Present::Start(tour.id.clone()));
    wanted.write_batch(start.into_iter().chain([Present::Speaker]).map(|wish| Wanted(Intent::Present(wish))));
}

fn turn_camera(time: Res<Time>, mut wanted: MessageWriter<Wanted>) {
    wanted.write(Wanted(Intent::Move(CameraMove::Orbit(time.delta_secs().min(0.2) * 0.4, 0.0))));
}

fn print_frame_times(time: Res<Time<Real>>, mut frames: Local<u32>, mut since: Local<f32>) {
    *frames += 1;
    *since += time.delta_secs();
    if *since >= 2.0 {
        println!("{:.1} ms a frame over {} frames", *since * 1000.0 / *frames as f32, *frames);
        (*frames, *since) = (0, 0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_nothing_without_test_in_it() {
        assert_eq!(Launch::from_query("?spin=1&level=5"), Launch::default());
    }

    #[test]
    fn a_city_can_be_asked_for_by_its_pack_in_any_address() {
        for query in
            ["?pack=engineering-levels", "?test&pack=engineering-levels", "?x=1&pack=engineering-levels&spin=1"]
        {
            assert_eq!(Launch::from_query(query).city.as_deref(), Some("engineering-levels"), "{query}");
        }
    }

    #[test]
    fn a_frame_is_known_by_its_address() {
        for query in ["?embed=1", "?test&embed=1", "?pack=small&embed=1"] {
            assert!(Launch::from_query(query).embed, "{query}");
        }
        assert!(!Launch::from_query("?embed=0").embed);
    }

    #[test]
    fn a_stand_and_a_demonstration_are_asked_for_in_any_address_and_their_timers_in_none_but_a_tests() {
        assert_eq!(Launch::from_query("?stand&idle=2"), Launch { stand: true, ..Launch::default() });
        assert_eq!(Launch::from_query("?demo=1"), Launch { demo: true, ..Launch::default() });
        assert_eq!(Launch::from_query("?demo&stand"), Launch { stand: true, ..Launch::default() });
        assert_eq!(Launch::from_query("?demo=0&stand=no"), Launch::default());
        let launch = Launch::from_query("?test&stand&idle=2&countdown=x");
        assert_eq!((launch.stand, launch.idle, launch.countdown), (true, Some(2), None));
    }

    #[test]
    fn arguments_are_refused_that_no_stand_can_bear() {
        let parse = |words: &str| <Launch as clap::Parser>::try_parse_from(words.split(' '));
        let launch = parse("game --stand --idle 90 --countdown 30").expect("they fit");
        assert_eq!((launch.stand, launch.idle, launch.countdown), (true, Some(90), Some(30)));
        for words in ["game --stand --idle 0", "game --stand --countdown 601", "game --idle 90", "game --demo --stand"]
        {
            assert!(parse(words).is_err(), "{words}");
        }
    }

    #[test]
    fn a_city_can_be_asked_for_by_its_size() {
        assert_eq!(Launch::from_query("?test&floors=10000").floors, Some(10_000));
        assert_eq!(Launch::from_query("?test&floors=-1").floors, None);
        assert_eq!(Launch::from_query("?floors=10000").floors, None);
    }

    #[test]
    fn what_is_not_known_is_passed_over() {
        let launch = Launch::from_query("?test&spin=1&level=5&x=%%&=&y");
        assert_eq!(launch, Launch { level: Some("5".to_owned()), spin: true, calm: true, ..Launch::default() });
    }
}
