//! The pictures that shared links show: their size, their words, and that they are the same each time.

use crate::editions::editions;
use crate::support::{dataset, small_data};
use ilrs_explainer::model::dataset::Dataset;
use ilrs_explainer::model::id::Type;
use ilrs_explainer::site::item::TYPES;
use ilrs_explainer::site::share::SIZE;
use ilrs_explainer::site::social_image::{misplaced, png, svg, unknown};
use ilrs_explainer::text::Lang;
use std::rc::Rc;

/// Those of the pages of things, and that of the front page.
fn all() -> impl Iterator<Item = Option<Type>> {
    TYPES.map(Some).into_iter().chain([None])
}

#[test]
fn two_renderings_are_the_same() {
    for of in all() {
        let draw = || svg(&Rc::new(dataset()), Lang::default(), of).expect("the card is drawn");
        let (one, two) = (draw(), draw());
        assert_eq!(one, two);
        let (one, two) = (png(&one).expect("a picture"), png(&two).expect("a picture"));
        assert!(one == two, "the same drawing gives two pictures");
        assert!(one.len() < 100_000, "the card of {of:?} weighs {} bytes", one.len());
    }
}

#[test]
fn it_has_the_size_that_is_asked_for() {
    let picture = png(&svg(&Rc::new(dataset()), Lang::default(), None).expect("drawn")).expect("a picture");
    let reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().expect("a PNG");
    assert_eq!((reader.info().width, reader.info().height), SIZE);
}

/// The record in each language.
fn languages() -> impl Iterator<Item = (Lang, Rc<Dataset>)> {
    editions().iter().map(|edition| (edition.lang, Rc::new(edition.app().expect("it holds"))))
}

#[test]
fn its_words_fit_and_stand_apart() {
    let (whole, small) = (Rc::new(dataset()), Rc::new(small_data()));
    let untranslated = [(Lang::Ru, whole), (Lang::En, small.clone()), (Lang::Ru, small)];
    for (lang, data) in languages().chain(untranslated) {
        for of in all() {
            let faults = misplaced(&svg(&data, lang, of).expect("drawn")).expect("it can be read");
            assert!(faults.is_empty(), "{of:?} {lang:?}: {faults:?}");
        }
    }
    let wide = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"><text x=\"1100\" y=\"300\" font-size=\"60\">promised</text></svg>";
    assert_eq!(misplaced(wide).expect("it can be read").len(), 1, "what reaches over the edge is seen");
}

/// The chart has a mark for each date that its ten milestones were given.
#[test]
fn the_front_page_is_shared_with_its_chart() {
    let drawn = svg(&Rc::new(dataset()), Lang::default(), None).expect("drawn");
    assert_eq!(drawn.matches("class=\"strip\"").count(), 10);
    assert!(drawn.matches("<circle ").count() > 50, "{} marks", drawn.matches("<circle ").count());
}

/// A sign that is missing is drawn as a box: then `styles/fonts/hans.py` is to be run again.
#[test]
fn its_fonts_have_every_sign() {
    for (lang, data) in languages() {
        for of in all() {
            let drawn = svg(&data, lang, of).expect("drawn");
            assert_eq!(unknown(&drawn).expect("it can be read"), "", "{of:?} {lang:?}");
        }
    }
    let unheard = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"99\" height=\"99\"><text y=\"50\">月\u{a100}</text></svg>";
    assert_eq!(unknown(unheard).expect("it can be read"), "\u{a100}", "what is missing is seen");
}
