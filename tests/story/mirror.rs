//! The page's mirror holds the same as the panels, for those who do not see the city.

use super::{Draft, Intent, Panel, Player, building, floor, level};
use laddertown::domain::id::DistrictId;
use laddertown::view::page;

impl Player {
    fn mirror(&self) -> String {
        page::mirror(&self.sees(), &self.words)
    }
}

/// The intent as the page's buttons carry it.
fn carried(intent: &Intent) -> String {
    let text = intent.to_text().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    format!("data-intent=\"{text}\"")
}

/// What the buttons of a page want.
pub fn buttons(html: &str) -> Vec<Intent> {
    let carried = html.split("data-intent=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let text =
        |carried: &str| carried.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    carried.map(|carried| Intent::from_text(&text(carried)).expect("a button carries an intent")).collect()
}

/// The names of the parts that a screen reader jumps between.
fn landmarks(html: &str) -> Vec<&str> {
    let tags = html.split('<').filter(|tag| tag.starts_with("section ") || tag.starts_with("nav "));
    tags.filter_map(|tag| tag.split_once("aria-label=\"")?.1.split('"').next()).collect()
}

/// Everything that the open panel lets one press.
fn pressable(panel: &Panel) -> Vec<Intent> {
    match panel {
        Panel::None => Vec::new(),
        Panel::Level(_) => vec![Intent::Close],
        Panel::District(sign) => sign.buildings.iter().map(|line| line.intent.clone()).chain([Intent::Close]).collect(),
        Panel::Building(building) => {
            let column = building.column.iter().filter_map(|storey| storey.intent.clone());
            let related = building.floor.related.iter().map(|(_, intent)| intent.clone());
            column.chain(related).chain([building.open_district.clone(), Intent::Close]).collect()
        }
    }
}

#[test]
fn each_part_is_a_landmark_with_a_name_of_its_own() {
    let mut player = Player::new();
    player.state.notify("Not saved.");
    player.wants(&building("auth"));
    let html = player.mirror();
    let names = ["notices", "search", "levels", "journey", "reading", "outline", "view", "actions"];
    let expected = names.map(|name| player.words.get(&format!("landmark-{name}")));
    assert_eq!(landmarks(&html), expected);
}

#[test]
fn there_is_one_first_heading_and_no_level_is_skipped() {
    let mut player = Player::new();
    for intent in
        [Intent::OpenItsLevel, Intent::OpenItsDistrict, building("auth"), Intent::ToggleHelp, Intent::ToggleLegend]
    {
        player.wants(&intent);
        let html = player.mirror();
        let headings = html.match_indices("<h").filter_map(|(at, _)| html[at + 2..].chars().next()?.to_digit(10));
        let headings: Vec<u32> = headings.collect();
        assert_eq!(headings.iter().filter(|rank| **rank == 1).count(), 1, "{headings:?}");
        assert!(headings.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{headings:?}");
    }
}

#[test]
fn the_mirror_explains_what_the_picture_shows() {
    let mut player = Player::new();
    player.wants(&Intent::ToggleLegend);
    let html = player.mirror();
    for row in player.sees().legend.expect("the legend is open").iter().flat_map(|group| group.rows.clone()) {
        assert!(html.contains(&row.text), "{}", row.text);
    }
}

#[test]
fn whatever_a_panel_wants_the_mirror_wants_too() {
    let mut player = Player::new();
    player.wants(&level("l2"));
    let open = [Intent::OpenItsLevel, Intent::OpenDistrict(DistrictId::new("security")), floor("javascript/l3")];
    for intent in open {
        player.wants(&intent);
        let (html, view) = (player.mirror(), player.sees());
        let levels = view.levels.iter().map(|step| step.intent.clone());
        for wanted in pressable(&view.panel).into_iter().chain(levels) {
            assert!(html.contains(&carried(&wanted)), "{wanted:?} has no button");
        }
    }
}

#[test]
fn every_place_of_the_city_has_a_button() {
    let player = Player::new();
    let buttons = buttons(&player.mirror());
    let pack = &player.pack;
    assert!(pack.districts().iter().all(|it| buttons.contains(&Intent::OpenDistrict(it.id.clone()))));
    assert!(pack.buildings().iter().all(|it| buttons.contains(&Intent::OpenBuilding(it.id.clone()))));
    assert!(pack.floors().all(|(_, it)| buttons.contains(&Intent::OpenFloor(it.id.clone()))));
}

#[test]
fn settings_and_notices_have_their_buttons() {
    let mut player = Player::new();
    player.state.notify("Not saved.");
    player.wants(&Intent::ToggleSettings);
    let (html, view) = (player.mirror(), player.sees());
    let choices = view.settings.expect("the settings are open");
    for option in choices.iter().flat_map(|choice| &choice.options) {
        assert!(html.contains(&carried(&option.intent)), "{}", option.label);
    }
    assert!(html.contains(&carried(&Intent::Dismiss(0))));
}

#[test]
fn the_open_text_stands_in_the_mirror_whole() {
    let mut player = Player::new();
    player.wants(&floor("auth/l1"));
    let html = player.mirror();
    let floor = player.reads().floor;
    assert!(html.contains(&floor.title) && floor.sections.iter().all(|section| html.contains(&section.heading)));
    let words = |text: &str| text.split(['`', '"', '&', '<', '\n', '*']).map(str::to_owned).collect::<Vec<_>>();
    let entries = floor.sections.iter().flat_map(|section| &section.entries);
    for stretch in entries.flat_map(|text| words(text)) {
        assert!(html.contains(stretch.trim()), "{stretch}");
    }
}

#[test]
fn a_pack_from_a_stranger_cannot_write_html() {
    let evil = "<script>alert(1)</script>";
    let draft = Draft::read("tests/fixtures/packs/small")
        .edit("pack.ron", "title: \"", &format!("title: \"{evil}"))
        .edit("pack.ron", "summary: \"", &format!("summary: \"{evil}"))
        .edit("pack.ron", "portrait: \"", &format!("portrait: \"{evil}"))
        .edit("yard/district.ron", "name: \"The Yard", &format!("name: \"{evil}"))
        .edit("yard/shed.ron", "name: \"Shed", &format!("name: \"{evil}"))
        .edit("yard/shed.ron", "know: \"", &format!("know: \"{evil} `{evil}` *{evil}* [x](javascript:alert(1)) "))
        .edit("glossary.ron", "means: \"", &format!("means: \"{evil}"));
    let checked = draft.check();
    let pack = checked.pack.unwrap_or_else(|| panic!("{:#?}", checked.findings));
    let mut player = Player { pack, ..Player::new() };
    player.state.notify(evil);
    for intent in [Intent::OpenItsLevel, Intent::OpenItsDistrict, building("shed"), building("board")] {
        player.wants(&intent);
        let html = player.mirror() + &page::static_city(&player.pack, &player.words);
        assert!(!html.contains("<script") && !html.contains("href=\"javascript"), "{html}");
        assert!(html.contains("&lt;script&gt;"));
    }
}

#[test]
fn the_page_holds_every_text_before_the_game_has_started() {
    let player = Player::new();
    let html = page::static_city(&player.pack, &player.words);
    assert_eq!(html.matches("<details").count(), player.pack.floors().count());
    assert_eq!(html.matches("<h1").count(), 1);
    assert!(buttons(&html).is_empty(), "a button without the game would do nothing");
}
