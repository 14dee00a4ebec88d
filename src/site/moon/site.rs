//! The sites of a map: which of them it shows, where their marks stand, and how they look.

use super::label::{Mark as Named, Place, SIZE};
use super::view::{Point, View, vector};
use super::{POLAR, SEEN, lead};
use crate::model::asof::AsOf;
use crate::model::claim::{Confidence, Field};
use crate::model::dataset::Dataset;
use crate::model::id::Type;
use crate::model::item::{Group, Item};
use crate::model::record::{Record, Site, SiteKind};
use crate::model::when::When;
use crate::site::item::folder;
use crate::site::known_since::Known;
use crate::site::svg::{Element, half, path};
use crate::text::Lang;
use libm::hypot;

/// Marks stand no nearer to each other than this.
const APART: f64 = 12.0;
/// Half the width of a round mark; of one on its point it is one more.
const REACH: f64 = 5.2;
/// Half the width of what answers a pointer: 24 pixels where a map is 275 wide.
const TOUCH: f64 = 17.5;

/// A site on a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its id, where its mark stands, and what is written beside it.
    pub label: Named,
    /// Where it lies.
    pub lies: Point,
    pub kind: SiteKind,
    /// The mission; the record has it.
    pub mission: String,
    /// Whether it is on China’s shelf.
    pub china: bool,
    /// Whether the place rests on a weak source.
    pub weak: bool,
    /// When it became known; `None`: with the mission.
    pub since: Option<When>,
}

/// A mark with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Sight {
    pub mark: Mark,
    pub place: Place,
}

/// The sites that a map shows, or its inset, with their marks moved apart.
pub fn marks(record: &Record, data: &Dataset, lang: Lang, view: &View, inset: Option<&View>) -> Vec<Mark> {
    let shown = record.sites.iter().filter_map(|site| {
        let (lat, lon): (f64, f64) = (site.lat.parse().ok()?, site.lon.parse().ok()?);
        let place = vector(lat, lon);
        let seen = match view.is_pole() {
            true => view.shows(place, 1e-4),
            false => lat > POLAR && view.shows(place, SEEN),
        };
        let on = if seen { view } else { inset.filter(|inset| inset.shows(place, 1e-4))? };
        mark(record, data, lang, site, on.at(place))
    });
    let mut marks: Vec<Mark> = shown.collect();
    fan_out(&mut marks);
    marks
}

fn mark(record: &Record, data: &Dataset, lang: Lang, site: &Site, at: Point) -> Option<Mark> {
    let item = data.find(Type::Mission, &site.mission)?;
    let kind = SiteKind::parse(&site.kind)?;
    let weak = Confidence::parse(&site.confidence).is_none_or(Confidence::is_weak);
    let name = lang.picture_text().maps_marked(&item.name, kind);
    let label = Named { id: site.id.clone(), at, name };
    let china = item.group == Group::China;
    let since = since(record, item, site, kind);
    Some(Mark { label, lies: at, kind, mission: site.mission.clone(), china, weak, since })
}

/// Where something came down is known when it has, and where it is to when the first source says so.
fn since(record: &Record, item: &Item, site: &Site, kind: SiteKind) -> Option<When> {
    let landed = item.date(Field::Landing).filter(|_| kind == SiteKind::Landing);
    if landed.is_some() {
        return landed;
    }
    if matches!(kind, SiteKind::Landing | SiteKind::Impact) {
        let dates = [Field::Launch, Field::Arrival, Field::Landing, Field::End];
        return dates.into_iter().filter_map(|field| item.date(field)).max_by_key(When::latest);
    }
    let dated = record.cited(&site.sources);
    dated.filter_map(|source| source.date.as_deref()?.parse().ok()).min_by_key(When::latest)
}

/// Marks nearer to each other than they may be are moved apart, half of the way each; those on one place to the sides.
fn fan_out(marks: &mut [Mark]) {
    for _ in 0..12 {
        for one in 0..marks.len() {
            for other in 0..one {
                let (a, b) = (marks[one].label.at, marks[other].label.at);
                let (mut right, mut down) = (a.0 - b.0, a.1 - b.1);
                let mut far = hypot(right, down);
                if far >= APART {
                    continue;
                }
                if far < 1e-6 {
                    (right, down, far) = (1e-3, 0.0, 1e-3);
                }
                let way = (APART + 0.2 - far) / 2.0 / far;
                marks[one].label.at = (a.0 + right * way, a.1 + down * way);
                marks[other].label.at = (b.0 - right * way, b.1 - down * way);
            }
        }
    }
}

impl Sight {
    /// The mark and its name as a link to the page of the mission. A site stands on one side of the Moon and perhaps on
    /// the map of the pole too, where it has an id of its own.
    pub fn element(&self, data: &Dataset, lang: Lang, base: &str, pole: bool) -> Element {
        let (Sight { mark, place }, words) = (self, lang.picture_text());
        let id = format!("site-{}{}", mark.label.id, if pole { "-pole" } else { "" });
        let mission = data.find(Type::Mission, &mark.mission);
        let href = mission.map(|item| format!("{base}{}", folder(data, item.at)));
        let since = |day: AsOf| mark.since.is_none_or(|since| day.includes(&since));
        let weak = mark.weak.then_some(words.maps_weak);
        let said = [&*mark.label.name, words.maps_stands(mark.kind)].into_iter().chain(weak);
        let said = said.collect::<Vec<_>>().join(words.joints().pause);
        let mut link = Element::new("a").with("id", id).with("class", self.class()).with_any("href", href);
        if let Some(item) = mission {
            link = Known::new(data, item, since, |_| true).on(link, item);
        }
        link = link.with("aria-label", said).holding_all(path("hit", &self.hit()));
        if let Some(((x, y), (to_x, to_y))) = lead(self) {
            let d = format!("M{} {}L{} {}", half(x), half(y), half(to_x), half(to_y));
            link = link.holding_all(path("lead u", &d)).holding_all(path("lead", &d));
        }
        link = link.holding_all(path("mark", &self.shape()));
        if mark.kind == SiteKind::Impact {
            let (x, y) = mark.label.at;
            let d = format!("M{} {}l10 10m0-10l-10 10", half(x - 2.6), half(y - 2.6));
            link = link.holding_all(path("x", &d));
        }
        let text = Element::new("text").with("x", half(place.at.0)).with("y", half(place.at.1));
        link.holding(text.holding(&*mark.label.name))
    }

    fn class(&self) -> String {
        let Mark { kind, china, weak, .. } = &self.mark;
        let stood = match kind {
            SiteKind::Landing | SiteKind::Impact => "stood",
            SiteKind::Target | SiteKind::Candidate => "plan",
        };
        let theirs = if *china { "" } else { "rus" };
        let weak = if *weak || *kind == SiteKind::Candidate { "weak" } else { "" };
        let class = ["site", stood, theirs, weak, self.place.anchor.class()];
        class.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// A round mark for China, one on its point for the others.
    fn shape(&self) -> String {
        let (x, y) = self.mark.label.at;
        if self.mark.china {
            return super::ring((x, y), REACH);
        }
        let side = half(REACH + 1.0);
        format!("M{} {}l{side} {side} -{side} {side} -{side} -{side}z", half(x), half(y - REACH - 1.0))
    }

    /// The mark and the name, with room around.
    fn hit(&self) -> String {
        let (x, y) = self.mark.label.at;
        let [left, top, right, bottom] = self.place.field;
        let wide = half(2.0 * TOUCH);
        format!(
            "M{} {}h{wide}v{wide}h-{wide}zM{} {}H{}V{}H{}z",
            half(x - TOUCH),
            half(y - TOUCH),
            half(left),
            half(top - SIZE * 0.3),
            half(right),
            half(bottom + SIZE * 0.3),
            half(left)
        )
    }
}
