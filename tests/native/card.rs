//! The picture that a shared link shows: its size, its words, and that it is the same each time.

use crate::support::{dataset, small_data};
use ilrs_explainer::site::share::SIZE;
use ilrs_explainer::site::social_image::{misplaced, png, svg};
use ilrs_explainer::text::Lang;
use std::rc::Rc;

#[test]
fn two_renderings_are_the_same() {
    let draw = || svg(&Rc::new(dataset()), Lang::default()).expect("the card is drawn");
    let (one, two) = (draw(), draw());
    assert_eq!(one, two);
    let (one, two) = (png(&one).expect("a picture"), png(&two).expect("a picture"));
    assert!(one == two, "the same drawing gives two pictures");
    assert!(one.len() < 100_000, "the card weighs {} bytes", one.len());
}

#[test]
fn it_has_the_size_that_is_asked_for() {
    let picture = png(&svg(&Rc::new(dataset()), Lang::default()).expect("drawn")).expect("a picture");
    let reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().expect("a PNG");
    assert_eq!((reader.info().width, reader.info().height), SIZE);
}

#[test]
fn its_words_fit_and_stand_apart() {
    for data in [dataset(), small_data()] {
        let faults =
            misplaced(&svg(&Rc::new(data), Lang::default()).expect("drawn")).expect("it can be read");
        assert!(faults.is_empty(), "{faults:?}");
    }
    let wide = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"><text x=\"1100\" y=\"300\" font-size=\"60\">promised</text></svg>";
    assert_eq!(misplaced(wide).expect("it can be read").len(), 1, "what reaches over the edge is seen");
}
