//! A tower: its strata in the colors of their levels, what its windows say, its crown, and in wire what is to come.

use super::art::Art;
use super::crown;
use super::solid::{Plan, Side, Stage, oblong, regular};
use crate::domain::content::schema::Form;
use crate::domain::content::{Building, Pack, Storey, storeys};
use crate::domain::plan::STOREY_HEIGHT;
use crate::view::face::Face;
use crate::view::journey::storeys_standing;
use crate::view::palette::{self, Paint, STRATA};
use crate::view::state::State;
use crate::view::windows::{Traces, Windows, traces};

/// How wide a tower is, in meters.
pub const WIDTH: f32 = 2.3;
/// How high a crown is at most.
pub const CROWN: f32 = 2.1;
/// How high the plinth is.
const PLINTH: f32 = 0.16;
/// How high the cornice of a storey is.
const CORNICE: f32 = 0.13;

/// A tower to be drawn.
#[derive(Debug, Clone)]
pub struct Tower {
    face: Face,
    accent: Paint,
    /// From the ground up: what raised a storey, if it is no bare frame; and what it says.
    storeys: Vec<(Option<usize>, Traces)>,
    /// How many of them stand.
    standing: usize,
}

impl Tower {
    /// The tower of a building as it stands; `None` before it is founded.
    pub fn of(pack: &Pack, state: &State, building: &Building, face: Face) -> Option<Self> {
        let standing = storeys_standing(pack, state, building)?;
        let level = |storey: Storey, traces: Traces| match storey {
            Storey::Floor(index) if !traces.bare => Some(building.floors[index].level),
            Storey::Floor(_) | Storey::Bare { .. } => None,
        };
        let traced = storeys(building).into_iter().zip(traces(pack, state, building));
        let storeys = traced.map(|(storey, traces)| (level(storey, traces), traces)).collect();
        Some(Self { face, accent: palette::of_district(building.district).accent, storeys, standing })
    }

    /// How high it is with all that is to come, in meters.
    pub fn height(&self) -> f32 {
        PLINTH + self.storeys.len() as f32 * STOREY_HEIGHT + CROWN
    }

    /// How high its uppermost storey reaches.
    pub fn eaves(&self) -> f32 {
        PLINTH + self.standing as f32 * STOREY_HEIGHT
    }

    /// Draws it; `fine` where its windows can be seen.
    pub fn draw(&self, art: &mut Art, stage: &Stage, fine: bool) {
        let plan = plan(self.face.form);
        let ground = oblong(WIDTH * 0.58, WIDTH * 0.58);
        stage.body(art, [0.0; 3], &ground, (1.0, 0.98), PLINTH, palette::PLINTH);
        let mut y = PLINTH;
        for (index, (level, traces)) in self.storeys.iter().enumerate().take(self.standing) {
            let share = self.share(index);
            match level {
                Some(level) => {
                    self.storey(art, stage, &plan, y, (share, self.share(index + 1)), (*level, *traces), fine);
                }
                None => bare(art, stage, &plan, y, share),
            }
            y += STOREY_HEIGHT;
        }
        if self.standing < self.storeys.len() {
            self.promise(art, stage, &plan, y);
        }
        if self.standing > 0 {
            let share = self.share(self.standing);
            let roof: Plan = plan.iter().map(|[x, z]| [x * share, z * share]).collect();
            crown::draw(art, stage, self.face.crown, y, &roof, self.accent);
        }
    }

    /// How large the plan is at the foot of a storey.
    fn share(&self, storey: usize) -> f32 {
        let share = storey as f32 / self.storeys.len().max(1) as f32;
        match self.face.form {
            Form::Tapered => 1.0 - 0.26 * share,
            Form::Stepped => (1.0 - 0.09 * storey as f32).max(0.62),
            _ => 1.0,
        }
    }

    fn storey(
        &self,
        art: &mut Art,
        stage: &Stage,
        plan: &[[f32; 2]],
        y: f32,
        (foot, above): (f32, f32),
        (level, traces): (usize, Traces),
        fine: bool,
    ) {
        let stratum = &STRATA[level % STRATA.len()];
        let top = if self.face.form == Form::Tapered { above } else { foot };
        let wall = STOREY_HEIGHT - CORNICE;
        let sides = stage.body(art, [0.0, y, 0.0], plan, (foot, top), wall, stratum.wall);
        for side in &sides {
            if fine {
                windows(art, stage, side, level % STRATA.len(), traces.windows);
            } else {
                dot(art, stage, side, traces.windows);
            }
        }
        stage.body(art, [0.0, y + wall, 0.0], plan, (top * 1.05, top * 1.05), CORNICE, stratum.cornice);
        if traces.scaffold && fine {
            scaffold(art, stage, y);
        }
    }

    /// What is still to come, in wire.
    fn promise(&self, art: &mut Art, stage: &Stage, plan: &[[f32; 2]], y: f32) {
        let left = self.storeys.len() - self.standing;
        let paint = |traces: &Traces| if traces.wanted { palette::TARGET } else { palette::PROMISE };
        for (index, (_, traces)) in self.storeys.iter().enumerate().skip(self.standing) {
            let low = y + (index - self.standing) as f32 * STOREY_HEIGHT;
            let share = self.share(self.standing.max(1) - 1);
            let opacity = 0.9 - 0.5 * (index - self.standing) as f32 / left as f32;
            // As many posts as one would count, and no more of a round one.
            let corner = |i: usize, y: f32| stage.point([plan[i][0] * share, y, plan[i][1] * share]);
            let every = plan.len().div_ceil(6);
            for i in (0..plan.len()).step_by(every) {
                art.line(paint(traces), opacity, 0.9, &[corner(i, low), corner(i, low + STOREY_HEIGHT)]);
            }
            let ring: Vec<_> = (0..=plan.len()).map(|i| corner(i % plan.len(), low + STOREY_HEIGHT)).collect();
            art.line(paint(traces), opacity, 0.9, &ring);
        }
    }
}

/// The ground plan of a form.
fn plan(form: Form) -> Plan {
    let h = WIDTH / 2.0;
    match form {
        Form::Square | Form::Stepped | Form::Tapered => oblong(h * 0.95, h * 0.95),
        Form::Slab => oblong(h * 1.1, h * 0.68),
        Form::Round => regular(16, h * 1.03),
        Form::Hexagon => regular(6, h * 1.08),
        Form::Octagon => regular(8, h * 1.06),
        Form::Cross => {
            let (reach, arm) = (h * 1.06, h * 0.54);
            let quarter = [[-arm, reach], [arm, reach], [arm, arm]];
            let turns =
                [|p: [f32; 2]| p, |[x, z]: [f32; 2]| [z, -x], |[x, z]: [f32; 2]| [-x, -z], |[x, z]: [f32; 2]| [-z, x]];
            turns.iter().flat_map(|turn| quarter.map(turn)).collect()
        }
        Form::Twin => {
            let (x, z, half) = (h * 1.08, h * 0.74, h * 0.2);
            let y = z - h * 0.34;
            let front = [[-x, z], [-half, z], [-half, y], [half, y], [half, z], [x, z]];
            front.into_iter().chain(front.map(|[x, z]| [-x, -z])).collect()
        }
    }
}

/// How the windows of a stratum lie: between their middles, their width, from where to where they reach.
const WINDOWS: [(f32, f32, (f32, f32)); 6] = [
    (0.95, 0.36, (0.30, 0.72)),
    (0.80, 0.40, (0.28, 0.70)),
    (0.68, 0.34, (0.20, 0.74)),
    (0.60, 0.50, (0.14, 0.80)),
    (0.46, 0.26, (0.18, 0.76)),
    (0.66, 0.32, (0.14, 0.80)),
];

fn windows(art: &mut Art, stage: &Stage, side: &Side, style: usize, says: Windows) {
    let (pitch, wide, (low, high)) = WINDOWS[style];
    let length = side.length();
    // A round wall has a window in every second face.
    if length < 0.3 || (length < 0.5 && side.index % 2 == 1) {
        return;
    }
    let count = ((length - 0.16) / pitch).floor().max(1.0);
    let wide = wide.min(length * 0.62);
    let stratum = &STRATA[style];
    for place in 0..count as usize {
        let middle = length * 0.5 + (place as f32 - (count - 1.0) / 2.0) * pitch;
        let (left, right) = (middle - wide / 2.0, middle + wide / 2.0);
        let whole = (low, high.min(side.high() - 0.06));
        let mut patch = |across, up, paint| stage.patch(art, side, across, up, paint);
        patch((left - 0.04, right + 0.04), (whole.0 - 0.04, whole.1 + 0.04), stratum.trim);
        let bar = |x: f32| (x - 0.022, x + 0.022);
        match says {
            Windows::Dark => {
                patch((left, right), whole, palette::WINDOW_DARK);
                for share in [0.25, 0.5, 0.75] {
                    patch((left, right), bar(whole.0 + (whole.1 - whole.0) * share), palette::REFLECTION);
                }
            }
            Windows::Lit | Windows::Dim => {
                patch((left, right), whole, palette::WINDOW_LIT);
                patch(bar(middle), whole, stratum.trim);
                patch((left, right), bar(whole.0 + (whole.1 - whole.0) * 0.6), stratum.trim);
                if says == Windows::Dim {
                    patch((left, right), (f32::midpoint(whole.0, whole.1), whole.1), palette::BLIND);
                }
            }
            Windows::Warm => {
                patch((left, right), whole, palette::WINDOW_WARM);
                patch((left - 0.05, right + 0.05), (whole.0 - 0.1, whole.0 + 0.02), palette::FLOWERS[0]);
                patch((left, middle), (whole.0 - 0.02, whole.0 + 0.06), palette::FLOWERS[1]);
            }
        }
    }
}

/// What is left of the windows from afar.
fn dot(art: &mut Art, stage: &Stage, side: &Side, says: Windows) {
    let length = side.length();
    let paint = match says {
        Windows::Dark => palette::WINDOW_DARK,
        Windows::Lit | Windows::Dim => palette::WINDOW_LIT,
        Windows::Warm => palette::WINDOW_WARM,
    };
    if length >= 0.6 {
        stage.patch(art, side, (length * 0.2, length * 0.8), (0.28, 0.66), paint);
    }
}

/// A number that was skipped.
fn bare(art: &mut Art, stage: &Stage, plan: &[[f32; 2]], y: f32, share: f32) {
    let every = plan.len().div_ceil(8);
    for [x, z] in plan.iter().step_by(every) {
        let (x, z) = (x * share * 0.94, z * share * 0.94);
        stage.bar(art, &[[x, y, z], [x, y + STOREY_HEIGHT, z]], 0.1, palette::FRAME);
    }
    stage.body(art, [0.0, y + STOREY_HEIGHT - 0.1, 0.0], plan, (share, share), 0.1, palette::FRAME_SLAB);
}

/// Poles and a plank before the front.
fn scaffold(art: &mut Art, stage: &Stage, y: f32) {
    let reach = WIDTH * 0.56;
    for x in [-reach, 0.0, reach] {
        stage.bar(art, &[[x, y, reach], [x, y + STOREY_HEIGHT, reach]], 0.05, palette::POLE);
    }
    for z in [-reach, 0.0] {
        stage.bar(art, &[[-reach, y, z], [-reach, y + STOREY_HEIGHT, z]], 0.05, palette::POLE);
    }
    stage.bar(
        art,
        &[[-reach, y + 0.3, -reach], [-reach, y + 0.3, reach], [reach, y + 0.3, reach]],
        0.1,
        palette::PLANK,
    );
}
