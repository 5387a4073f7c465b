//! A plot, and the others.

use super::Pager;
use crate::view::assess::charts;
use crate::view::assess::wish::{Assess, Chart, Document, Page};
use crate::view::intent::Intent;
use crate::view::journey::{Action, Block};
use crate::view::preferences::{Choice, Choosable};

impl Pager<'_> {
    pub(super) fn chart(&self, chart: Chart) -> Vec<Block> {
        let options = Chart::ALL.map(|other| Choosable {
            label: self.get(chart_name(other)),
            chosen: other == chart,
            intent: Intent::Assess(Assess::Open(Page::Chart(other))),
        });
        let choice = Choice { label: self.get("chart-label"), options: options.to_vec() };
        let plot = charts::plot(self.pack, self.state, chart, self.words).map(|plot| Block::Plot(Box::new(plot)));
        std::iter::once(Block::Choice(choice)).chain(plot).collect()
    }

    pub(super) fn drawings(&self, chart: Chart) -> Vec<Action> {
        self.files(&[Document::Svg(chart), Document::Png(chart)])
    }
}

/// The message that names a plot.
fn chart_name(chart: Chart) -> &'static str {
    match chart {
        Chart::Dots => "chart-name-dots",
        Chart::Quarters => "chart-name-quarters",
        Chart::Strip => "chart-name-strip",
        Chart::Radar => "chart-name-radar",
    }
}
