//! An imported city plays at once: with what the document says, and without questions that it does not answer.

use super::{imported, pack};
use laddertown::domain::content::Pack;
use laddertown::domain::progress::{Belief, Mode};
use laddertown::domain::recall::Grade;
use laddertown::view::journey::{At, Block, Page, Play, Reason, Stage, WallStep, advice, risen_floors};
use laddertown::view::{Intent, State, Words, city, page, reduce};

const DAY: u64 = 86_400;

struct Player {
    pack: Pack,
    words: Words,
    state: State,
}

impl Player {
    fn new(name: &str) -> Self {
        let state = State { now: 1_800_000_000, ..State::default() };
        let mut player = Self { pack: pack(&imported(name)), words: Words::english(), state };
        player.plays(Play::SetMode(Mode::Journey));
        player
    }

    fn plays(&mut self, play: Play) {
        self.state.now += 7;
        reduce(&mut self.state, &Intent::Play(play), &self.pack, &self.words);
        let seen = city(&self.pack, &self.state, &self.words);
        assert_eq!(seen.stage.is_some(), self.state.stage != Stage::City, "what is played is seen");
        for block in seen.stage.iter().flat_map(|stage| &stage.blocks) {
            if let Block::Text(text) | Block::Claim(text) | Block::Heading(text) = block {
                assert!(!text.trim().is_empty(), "{:?} shows an empty text", self.state.stage);
            }
        }
        page::mirror(&seen, &self.words);
    }

    /// Does what the stage asks for, honestly and well.
    fn goes_on(&mut self) {
        let play = match &self.state.stage {
            Stage::City => Play::Next,
            Stage::Floor(visit) => match visit.at {
                At::Door(None) | At::Pick(None) => Play::Choose(0),
                At::Read
                    if city(&self.pack, &self.state, &self.words)
                        .stage
                        .is_some_and(|stage| stage.blocks.iter().any(|block| matches!(block, Block::Claim(_)))) =>
                {
                    Play::Believe(Belief { agree: true, sure: false })
                }
                At::Recall(_, true) => Play::Grade(Grade::Good),
                _ => Play::Continue,
            },
            Stage::Wall(wall) if matches!(wall.step, WallStep::Claim(_, None)) => Play::Choose(0),
            _ => Play::Continue,
        };
        self.plays(play);
    }
}

#[test]
fn an_imported_flow_is_played_to_its_end_by_the_recommended_step() {
    let mut player = Player::new("flow.md");
    for _ in 0..400 {
        if player.state.stage == Stage::City && advice(&player.pack, &player.state).reason == Reason::Done {
            break;
        }
        player.goes_on();
    }
    assert_eq!(advice(&player.pack, &player.state).reason, Reason::Done);
    assert_eq!(risen_floors(&player.pack, &player.state).len(), 7);
    // No refutation stands in the document, so nobody was asked to find one.
    assert!(player.state.record.floors.values().all(|floor| floor.picks.is_empty()));
    player.plays(Play::Open(Page::Unlearned));
    player.plays(Play::Leave);
    // Days later they can be recalled all the same.
    player.state.now += 60 * DAY;
    player.plays(Play::Walk);
    for _ in 0..80 {
        if player.state.stage == Stage::City {
            break;
        }
        player.goes_on();
    }
    assert_eq!(player.state.stage, Stage::City, "the walk comes to its end");
}

#[test]
fn where_nothing_can_be_asked_nobody_is_placed() {
    let mut player = Player::new("flow.md");
    player.plays(Play::Check);
    assert_eq!((player.state.stage.clone(), player.state.record.placed.clone()), (Stage::City, None));
}

#[test]
fn what_had_no_place_in_the_city_can_be_read_in_the_game() {
    let mut player = Player::new("flow.md");
    player.plays(Play::Open(Page::Source));
    let html = page::mirror(&city(&player.pack, &player.state, &player.words), &player.words);
    for text in ["Appendix", "Ships are called by their names.", "for people who bring ships in"] {
        assert!(html.contains(text), "{text}");
    }
}

#[test]
fn an_imported_ladder_stands_and_can_be_read() {
    let mut player = Player::new("ladder-bold.md");
    let floor = player.pack.floors().next().expect("a floor").1.id.clone();
    reduce(&mut player.state, &Intent::OpenFloor(floor), &player.pack, &player.words);
    let html = page::mirror(&city(&player.pack, &player.state, &player.words), &player.words);
    assert!(html.contains("Weighs flour &amp; water"), "the mirror shows the criteria");
}
